package io.migrator.command.intake;

import io.migrator.api.Rejection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers rejections in tests of the intake alone. */
@RestControllerAdvice
class RejectionAdvice {

    @ExceptionHandler
    ProblemDetail answer(Rejection rejection) {
        HttpStatus status = rejection.kind() == Rejection.Kind.UNPROCESSABLE
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : rejection.kind() == Rejection.Kind.NOT_FOUND ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, rejection.getMessage());
        problem.setProperty("code", rejection.code());
        rejection.properties().forEach(problem::setProperty);
        return problem;
    }
}

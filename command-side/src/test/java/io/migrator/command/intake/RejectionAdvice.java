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
        HttpStatus status =
                switch (rejection.kind()) {
                    case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
                    default -> HttpStatus.BAD_REQUEST;
                };
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, rejection.getMessage());
        problem.setProperty("code", rejection.code());
        rejection.properties().forEach(problem::setProperty);
        return problem;
    }
}

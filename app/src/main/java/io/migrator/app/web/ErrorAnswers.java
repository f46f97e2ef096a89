package io.migrator.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers for what failed before or outside of the controllers, in filters or in the server itself: a problem document, too.
 */
@RestController
class ErrorAnswers implements ErrorController {

    private final Problems problems;

    ErrorAnswers(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(about(problems, request, status));
    }

    /** A problem of which nothing is known but its status. */
    static ProblemDetail about(Problems problems, HttpServletRequest request, HttpStatus status) {
        String code = status.is5xxServerError() ? "INTERNAL" : status.name();
        return problems.about(request, status, code, status.getReasonPhrase() + ".");
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer value ? HttpStatus.resolve(value) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }
}

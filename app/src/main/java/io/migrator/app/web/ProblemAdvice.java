package io.migrator.app.web;

import io.migrator.api.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever leaves a controller into a problem document: rejections and malformed requests as what they are, an outage
 * as 503, and every other fault as 500 with nothing but a correlation id, under which it is logged once.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int DEPTH = 20;
    private static final Duration OUTAGE = Duration.ofSeconds(5);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Throwable.class)
    @Nullable
    ResponseEntity<ProblemDetail> answer(Throwable fault, HttpServletRequest request, HttpServletResponse response) {
        // A connection to the database that breaks looks much like a client's.
        if (!Outage.isBehind(fault) && DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            log.debug("the client went away");
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value()); // never a success that nothing stands behind
            return null;
        }
        if (response.isCommitted()) {
            breakOff(fault, request, response);
            return null;
        }
        Optional<Rejection> rejection = rejectionBehind(fault);
        if (rejection.isPresent()) {
            return rejected(rejection.get(), request);
        }
        Optional<MalformedRequest> malformed = MalformedRequest.behind(fault);
        if (malformed.isPresent()) {
            return malformed(malformed.get(), request);
        }
        return failed(fault, request);
    }

    private void breakOff(Throwable fault, HttpServletRequest request, HttpServletResponse response) {
        if (fault instanceof AsyncRequestTimeoutException && isEventStream(response)) {
            log.debug("a stream of events reached its time limit");
            return;
        }
        log.error("an answer broke off", RedactedFault.of(fault));
        BrokenAnswer.mark(request);
    }

    /** Its events are complete each, and the client asks again by itself. */
    private static boolean isEventStream(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private ResponseEntity<ProblemDetail> rejected(Rejection rejection, HttpServletRequest request) {
        HttpStatus status = status(rejection.kind());
        ProblemDetail problem = problems.about(request, status, rejection.code(), rejection.getMessage());
        rejection.properties().forEach(problem::setProperty);
        return entity(
                problem, rejection.retryAfter().map(ProblemAdvice::retryAfter).orElse(HttpHeaders.EMPTY));
    }

    private ResponseEntity<ProblemDetail> malformed(MalformedRequest malformed, HttpServletRequest request) {
        return entity(
                problems.about(request, malformed.status(), malformed.code(), malformed.detail()), malformed.headers());
    }

    private ResponseEntity<ProblemDetail> failed(Throwable fault, HttpServletRequest request) {
        if (fault instanceof AsyncRequestTimeoutException || Outage.isBehind(fault)) {
            log.warn("something the service needs is away: {}", Outage.kinds(fault));
            String detail = "Something the service needs is away right now; send the same request again later.";
            return entity(
                    problems.about(request, HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE", detail),
                    retryAfter(OUTAGE));
        }
        log.error("a request failed", RedactedFault.of(fault));
        String detail = "The request failed; the operators find the reason under the correlation id.";
        return entity(problems.about(request, HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", detail), HttpHeaders.EMPTY);
    }

    private static Optional<Rejection> rejectionBehind(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static HttpStatus status(Rejection.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static HttpHeaders retryAfter(Duration time) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(time.toSeconds()));
        return headers;
    }

    private static ResponseEntity<ProblemDetail> entity(ProblemDetail problem, HttpHeaders headers) {
        HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

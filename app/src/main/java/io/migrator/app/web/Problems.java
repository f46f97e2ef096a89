package io.migrator.app.web;

import io.migrator.api.filetypes.cells.CardNumbers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where a problem document (RFC 9457) is made: status, {@code code}, a sentence and the request's correlation
 * id. Safe to use from any thread.
 */
@Component
public final class Problems {

    private static final String CORRELATION_ID = "correlationId";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /**
     * A problem document about this request.
     *
     * @param code stable, upper case, listed in {@code docs/error-codes.md}
     * @param detail a sentence for the caller, without row content
     */
    public ProblemDetail about(HttpServletRequest request, HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (CardNumbers.isIn(String.valueOf(request.getServletPath()))) {
            // Otherwise the path would be repeated here.
            problem.setInstance(URI.create("/"));
        }
        problem.setProperty("code", code);
        problem.setProperty(CORRELATION_ID, CorrelationFilter.correlationId(request));
        return problem;
    }

    /**
     * Answers with the problem, from code that runs outside of the controllers.
     *
     * @throws IOException when the client is gone
     */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setHeader(CorrelationFilter.HEADER, String.valueOf(correlationId(problem)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static @Nullable Object correlationId(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties();
        return properties == null ? null : properties.get(CORRELATION_ID);
    }
}

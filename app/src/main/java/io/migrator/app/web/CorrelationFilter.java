package io.migrator.app.web;

import io.migrator.api.filetypes.cells.CardNumbers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a correlation id and puts it, with the upload that the path names, into the log context.
 *
 * <p>A well-formed {@value #HEADER} of the caller is kept, so that its own logs and ours can be joined; anything else is
 * replaced, because it would reach the log; so is a card number. The id goes back in the same header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Correlation-Id";

    private static final String ATTRIBUTE = CorrelationFilter.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern UPLOAD =
            Pattern.compile("/uploads/(\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12})");

    /** The id of the request; one is made when the filter has not seen it. */
    static String correlationId(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = wellFormedOrNew(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String wellFormedOrNew(@Nullable String sent) {
        if (sent == null || !WELL_FORMED.matcher(sent).matches() || CardNumbers.isIn(sent)) {
            return UUID.randomUUID().toString();
        }
        return sent;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (BrokenAnswer.isMarked(request)) {
            // The server asks for an error page to add to what was sent; there is none.
            return;
        }
        String id = correlationId(request);
        if (!response.isCommitted()) {
            response.setHeader(HEADER, id);
        }
        MDC.put(LogContext.CORRELATION_ID, id);
        Matcher upload = UPLOAD.matcher(request.getRequestURI());
        if (upload.find()) {
            MDC.put(LogContext.UPLOAD_ID, upload.group(1));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            LogContext.clear();
        }
        BrokenAnswer.abortIfMarked(request);
    }

    /** Streamed answers end in a dispatch of their own, which logs too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}

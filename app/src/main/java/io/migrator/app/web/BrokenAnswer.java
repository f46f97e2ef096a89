package io.migrator.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * An answer that failed after its first bytes were sent. Its status cannot be changed any more; ended normally, a download
 * would look complete. So the connection is cut instead: the server does that for an exception that leaves the filters.
 */
final class BrokenAnswer extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = BrokenAnswer.class.getName();

    private BrokenAnswer() {
        super("the answer broke off after its first bytes; the reason is logged under its correlation id");
        setStackTrace(new StackTraceElement[0]);
    }

    /** Has this answer cut off once the controllers are left. */
    static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    static void abortIfMarked(HttpServletRequest request) throws BrokenAnswer {
        if (isMarked(request)) {
            throw new BrokenAnswer();
        }
    }
}

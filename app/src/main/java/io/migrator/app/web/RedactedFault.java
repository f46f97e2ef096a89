package io.migrator.app.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it may be logged: types and stack traces of the whole chain, but messages only where they are written by this
 * service. Messages of libraries quote what they could not digest ({@code For input string: "…"}), and that can be row content.
 */
final class RedactedFault extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DEPTH = 10;
    private static final String OURS = "io.migrator.";

    private RedactedFault(Throwable fault, @Nullable RedactedFault cause) {
        super(describe(fault), cause);
        setStackTrace(fault.getStackTrace());
    }

    /** The loggable form of a fault and its causes, the first {@value #DEPTH} of them. */
    static RedactedFault of(Throwable fault) {
        return of(fault, DEPTH);
    }

    private static RedactedFault of(Throwable fault, int depth) {
        Throwable cause = fault.getCause();
        return new RedactedFault(fault, cause == null || depth == 1 ? null : of(cause, depth - 1));
    }

    private static String describe(Throwable fault) {
        String type = fault.getClass().getName();
        if (fault instanceof SQLException sql) {
            return type + " (SQL state " + sql.getSQLState() + ")";
        }
        return isOurs(fault) ? type + ": " + fault.getMessage() : type;
    }

    private static boolean isOurs(Throwable fault) {
        if (fault.getClass().getName().startsWith(OURS)) {
            return true;
        }
        StackTraceElement[] trace = fault.getStackTrace();
        boolean thrownByUs = trace.length > 0 && trace[0].getClassName().startsWith(OURS);
        return thrownByUs && (fault instanceof IllegalStateException || fault instanceof IllegalArgumentException);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}

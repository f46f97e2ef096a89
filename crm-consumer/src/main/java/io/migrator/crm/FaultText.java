package io.migrator.crm;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A fault in a form that may be logged: PostgreSQL repeats values in its messages, and so may any other exception, so only
 * types, SQLSTATEs and what Kafka's client says of itself appear.
 */
final class FaultText {

    private static final int DEPTH = 4;

    private FaultText() {}

    static String of(Throwable fault) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable cause = fault;
        for (int i = 0; cause != null && i < DEPTH; i++) {
            text.append(i == 0 ? "" : " < ").append(describe(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String describe(Throwable fault) {
        String type = fault.getClass().getSimpleName();
        if (fault instanceof SQLException sql) {
            return type + " (SQLSTATE " + sql.getSQLState() + ")";
        }
        if (fault instanceof KafkaException) {
            return type + " (" + fault.getMessage() + ")";
        }
        StackTraceElement[] frames = fault.getStackTrace();
        return frames.length == 0 ? type : type + " at " + frames[0];
    }
}

package io.migrator.exporter.connector;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value of a key or change column, in a form that can be kept and compared with the column again. */
public record KeyValue(Kind kind, String text) {

    /** What the text stands for. */
    public enum Kind {
        TEXT,
        LONG,
        DECIMAL,
        DATE,
        TIMESTAMP,
        INSTANT,
        /** An identifier of a form that only the source knows. */
        ID
    }

    /** An identifier that is no text to the source, in the text by which the source makes it again. */
    public static KeyValue id(String text) {
        return new KeyValue(Kind.ID, text);
    }

    /** @throws IllegalArgumentException when a value of this class cannot be a key */
    public static KeyValue of(Object value) {
        if (value instanceof Long) {
            return new KeyValue(Kind.LONG, value.toString());
        } else if (value instanceof BigDecimal number) {
            return new KeyValue(Kind.DECIMAL, number.toPlainString());
        } else if (value instanceof String text) {
            return new KeyValue(Kind.TEXT, text);
        } else if (value instanceof LocalDate) {
            return new KeyValue(Kind.DATE, value.toString());
        } else if (value instanceof LocalDateTime) {
            return new KeyValue(Kind.TIMESTAMP, value.toString());
        } else if (value instanceof Instant) {
            return new KeyValue(Kind.INSTANT, value.toString());
        }
        throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be compared");
    }

    /** The value as it was. */
    public Object value() {
        return switch (kind) {
            case TEXT, ID -> text;
            case LONG -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> LocalDateTime.parse(text);
            case INSTANT -> Instant.parse(text);
        };
    }
}

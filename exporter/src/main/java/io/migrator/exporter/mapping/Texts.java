package io.migrator.exporter.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values of sources as text, the same for the same content. */
final class Texts {

    private static final long LEAST = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long MOST = LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    private Texts() {}

    /** The text; empty for nothing. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof String text) {
            return text;
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Instant moment) {
            return of(moment);
        }
        return value.toString();
    }

    /** What {@code Instant.toString} says, in a third of its time: that goes through a formatter. */
    static String of(Instant moment) {
        if (moment.getEpochSecond() < LEAST || moment.getEpochSecond() > MOST) {
            return moment.toString();
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        boolean isWithoutSeconds = utc.getSecond() == 0 && utc.getNano() == 0;
        return isWithoutSeconds ? utc + ":00Z" : utc + "Z";
    }

    static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof String text && text.isEmpty();
    }
}

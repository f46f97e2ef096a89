package io.migrator.exporter.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values of sources as text, the same for the same content. */
final class Texts {

    private Texts() {}

    /** The text; empty for nothing. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof String text) {
            return text;
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }

    static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof String text && text.isEmpty();
    }
}

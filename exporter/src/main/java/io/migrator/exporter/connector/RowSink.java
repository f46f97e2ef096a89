package io.migrator.exporter.connector;

import org.jspecify.annotations.Nullable;

/** Takes rows, one after another, from one thread. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes a row.
     *
     * @param values in the order of the extract's columns: text, {@code Long}, {@code BigDecimal}, {@code Boolean},
     *     {@code LocalDate}, {@code LocalDateTime}, {@code Instant} or null. The array is used again for the next row
     */
    void row(@Nullable Object[] values);
}

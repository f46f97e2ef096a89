package io.migrator.exporter.mapping;

import org.jspecify.annotations.Nullable;

/** One step from a value of the source to a cell; the closed set of them is {@link Steps}. Safe to use from several threads. */
@FunctionalInterface
interface Step {

    /**
     * The value after the step.
     *
     * @param value null or the empty text where there is none; a {@code List} where there are several columns
     * @throws CellException when it cannot be done
     */
    @Nullable
    Object apply(@Nullable Object value);
}

package io.migrator.query.violation;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import org.jspecify.annotations.Nullable;

/**
 * Which violations are shown; what is null does not matter.
 *
 * @param column the exact name; of what concerns a whole row or file there is none
 * @param afterRow only those of later rows
 */
record ViolationFilter(
        @Nullable ViolationCode code,
        @Nullable String column,
        @Nullable Integer afterRow) {

    boolean matches(Violation violation) {
        return (code == null || code == violation.code())
                && (column == null || column.equals(violation.column()))
                && (afterRow == null || violation.row() > afterRow);
    }
}

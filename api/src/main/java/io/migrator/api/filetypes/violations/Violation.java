package io.migrator.api.filetypes.violations;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One rule that one place of a file breaks.
 *
 * @param row number of the data row (1 = the first), or 0 for the header and the file as a whole
 * @param line physical line on which the record begins (1 = the first), or 0 for the file as a whole
 * @param column the column, when it is one cell that is wrong
 * @param code which rule
 * @param message a sentence that says what to do. It may offer a short correction made from the cell's text (at most 40
 *     characters of it), but nothing of a secret, and no card number
 * @param value the cell's text as a report may show it: cut, card numbers and tokens masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        int row,
        long line,
        @Nullable String column,
        ViolationCode code,
        String message,
        @Nullable String value) {

    /** A violation of the file as a whole. */
    public static Violation ofFile(ViolationCode code, String message) {
        return new Violation(0, 0, null, code, message, null);
    }

    /** A violation of a record as a whole. */
    public static Violation ofRow(int row, long line, ViolationCode code, String message) {
        return new Violation(row, line, null, code, message, null);
    }

    /** The same of a place so many rows and lines further on. */
    public Violation movedBy(int rows, long lines) {
        return new Violation(row + rows, line + lines, column, code, message, value);
    }
}

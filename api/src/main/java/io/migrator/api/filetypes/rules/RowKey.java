package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.List;
import java.util.function.Predicate;

/**
 * A rule between the rows of a file: of the rows that the rule is about, no two have the same cells in these columns.
 *
 * @param name the rule in a few words, for the documentation
 * @param columns the columns that are compared, together
 * @param column the column that is shown as wrong
 * @param code CELL_NOT_UNIQUE for a unique column, CELL_CONDITION for any other rule
 * @param advice what to do; the sentence naming the first row is put before it
 * @param concerns whether the rule is about a row
 */
public record RowKey(
        String name,
        List<String> columns,
        String column,
        ViolationCode code,
        String advice,
        Predicate<RowCells> concerns) {

    public RowKey {
        columns = List.copyOf(columns);
    }

    /** The key of a column whose filled-in cells all differ. */
    public static RowKey unique(String column) {
        return new RowKey(
                column + " is unique",
                List.of(column),
                column,
                ViolationCode.CELL_NOT_UNIQUE,
                "Each " + column + " may stand in one row only.",
                row -> row.has(column));
    }
}

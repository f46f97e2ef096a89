package io.migrator.command.intake;

import java.util.Arrays;

/** One rule between rows at work: which rows had which values in the columns compared. Not safe for use by several threads. */
final class KeyIndex {

    private final int[] columns;
    private final RowComparison comparison;
    private final FirstRows firstRows;

    /** @param rows most rows there can be */
    KeyIndex(int[] columns, RowComparison comparison, int rows) {
        this.columns = Arrays.copyOf(columns, columns.length);
        this.comparison = comparison;
        this.firstRows = new FirstRows(rows);
    }

    /** The first row with the same values as this one, or 0 when this is the first. */
    int firstWithSameValues(int row, long fingerprint, String[] values) {
        return firstRows.firstWithValue(fingerprint, row, earlier -> comparison.hasValues(earlier, columns, values));
    }
}

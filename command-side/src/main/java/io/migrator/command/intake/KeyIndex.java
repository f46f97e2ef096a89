package io.migrator.command.intake;

import java.util.Arrays;

/** One rule between rows at work: which rows had which values in the columns compared. Not safe for use by several threads. */
final class KeyIndex {

    private final int[] columns;
    private final Fingerprint fingerprint;
    private final RowComparison comparison;
    private final FirstRows firstRows;
    private final String[] values;

    /** @param rows most rows there can be */
    KeyIndex(int[] columns, Fingerprint fingerprint, RowComparison comparison, int rows) {
        this.columns = Arrays.copyOf(columns, columns.length);
        this.fingerprint = fingerprint;
        this.comparison = comparison;
        this.firstRows = new FirstRows(rows);
        this.values = new String[columns.length];
    }

    /** The first row with the same values as this one, or 0 when this is the first. */
    int firstWithSameValues(int row, String[] cells) {
        for (int i = 0; i < columns.length; i++) {
            values[i] = cells[columns[i]];
        }
        return firstRows.firstWithValue(
                fingerprint.of(values), row, earlier -> comparison.hasValues(earlier, columns, values));
    }
}

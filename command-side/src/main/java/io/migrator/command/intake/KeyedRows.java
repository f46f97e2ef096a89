package io.migrator.command.intake;

import java.util.Arrays;

/** The rows of a block that one rule between rows is about, with the values that it compares. Filled by one thread, then handed over. */
final class KeyedRows {

    private static final int USUAL_ROWS = 1024;

    private int[] rows = new int[USUAL_ROWS];
    private long[] lines = new long[USUAL_ROWS];
    private long[] fingerprints = new long[USUAL_ROWS];
    private String[][] values = new String[USUAL_ROWS][];
    private String[] shown = new String[USUAL_ROWS];
    private int count;

    /**
     * Adds a row.
     *
     * @param compared the values
     * @param cell what would be shown as wrong
     */
    void add(int row, long line, long fingerprint, String[] compared, String cell) {
        if (count == rows.length) {
            grow(2 * count);
        }
        rows[count] = row;
        lines[count] = line;
        fingerprints[count] = fingerprint;
        values[count] = compared;
        shown[count++] = cell;
    }

    private void grow(int size) {
        rows = Arrays.copyOf(rows, size);
        lines = Arrays.copyOf(lines, size);
        fingerprints = Arrays.copyOf(fingerprints, size);
        values = Arrays.copyOf(values, size);
        shown = Arrays.copyOf(shown, size);
    }

    int count() {
        return count;
    }

    int row(int index) {
        return rows[index];
    }

    long line(int index) {
        return lines[index];
    }

    long fingerprint(int index) {
        return fingerprints[index];
    }

    String[] values(int index) {
        return values[index];
    }

    String shown(int index) {
        return shown[index];
    }
}

package io.migrator.command.intake.csv;

import java.util.Arrays;

/** Where each row stands in the spooled file: 12 bytes a row. Rows are counted from 1. Not safe for use by several threads. */
public final class RecordOffsets {

    private static final int FIRST_SIZE = 1024;

    private long[] starts = new long[FIRST_SIZE];
    private int[] lengths = new int[FIRST_SIZE];
    private int rows;

    /** Adds the next row; its length is told when it is known. */
    public void add(long start) {
        if (rows == starts.length) {
            int size = (int) Math.min(Integer.MAX_VALUE - 8L, rows * 2L);
            starts = Arrays.copyOf(starts, size);
            lengths = Arrays.copyOf(lengths, size);
        }
        starts[rows++] = start;
    }

    /** The last row reaches up to here, its line end included. */
    public void lastEndsAt(long end) {
        lengths[rows - 1] = Math.toIntExact(end - starts[rows - 1]);
    }

    public int rows() {
        return rows;
    }

    public long start(int row) {
        return starts[row - 1];
    }

    /** Bytes of the record, its line end included. */
    public int length(int row) {
        return lengths[row - 1];
    }

    public long end(int row) {
        return start(row) + length(row);
    }
}

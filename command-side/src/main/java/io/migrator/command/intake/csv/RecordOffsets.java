package io.migrator.command.intake.csv;

import java.util.Arrays;

/**
 * Where each row stands in the spooled file: 8 bytes a row, made once for as many rows as there can be. Of a start the lower 32
 * bits are kept with the row; the upper ones change once in 4 GB, and the rows at which they do are kept beside. Rows are
 * counted from 1. Not safe for use by several threads.
 */
public final class RecordOffsets {

    private static final int[] NONE = {};
    private static final long LOWER_BITS = 0xFFFF_FFFFL;

    private final int mostRows;
    private int[] starts = NONE;
    private int[] lengths = NONE;
    private int[] turns = NONE;
    private int rows;

    /** @param mostRows most rows that are added; memory is taken with the first one */
    public RecordOffsets(int mostRows) {
        this.mostRows = mostRows;
    }

    /** Bytes of memory for so many rows. */
    public static long bytes(int rows) {
        return 2L * Integer.BYTES * rows;
    }

    /** Adds the next row, which begins after the one before; its length is told when it is known. */
    public void add(long start) {
        if (rows == 0) {
            starts = new int[mostRows];
            lengths = new int[mostRows];
        }
        starts[rows++] = (int) start;
        while (turns.length < start >>> 32) {
            turns = Arrays.copyOf(turns, turns.length + 1);
            turns[turns.length - 1] = rows;
        }
    }

    /** The last row reaches up to here, its line end included. */
    public void lastEndsAt(long end) {
        lengths[rows - 1] = Math.toIntExact(end - start(rows));
    }

    public int rows() {
        return rows;
    }

    public long start(int row) {
        long upper = 0;
        while (upper < turns.length && turns[(int) upper] <= row) {
            upper++;
        }
        return upper << 32 | (starts[row - 1] & LOWER_BITS);
    }

    /** Bytes of the record, its line end included. */
    public int length(int row) {
        return lengths[row - 1];
    }

    public long end(int row) {
        return start(row) + length(row);
    }
}

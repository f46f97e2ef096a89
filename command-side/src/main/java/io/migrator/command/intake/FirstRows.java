package io.migrator.command.intake;

import java.util.function.IntPredicate;

/**
 * The first row of each value, by fingerprint: an open-addressing table of 8 bytes a slot, made once for as many rows as there
 * can be and at most three quarters full. A slot holds the row and that half of the fingerprint which does not say where the
 * search begins. Values whose fingerprints fall together are told apart by comparing them, so a poor fingerprint costs time and
 * never a wrong answer. Not safe for use by several threads.
 */
final class FirstRows {

    private static final long[] NONE = {};

    /** 2^64 divided by the golden ratio: spreads neighbouring numbers evenly. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long ROW = 0xFFFF_FFFFL;

    private final int slots;

    /** Made with the first value: a column that is empty in the whole file costs nothing. */
    private long[] table = NONE;

    /** @param rows most rows that are noted, a thousand million at most */
    FirstRows(int rows) {
        this.slots = slots(rows);
    }

    /** Bytes of memory for so many rows. */
    static long bytes(int rows) {
        return (long) Long.BYTES * slots(rows);
    }

    /**
     * Notes a row's value, unless an earlier row has the same.
     *
     * @param row 1 or more
     * @param hasSameValue whether the value of an earlier row is the same; asked only when the fingerprints are
     * @return that earlier row, or 0 when this is the first
     */
    int firstWithValue(long fingerprint, int row, IntPredicate hasSameValue) {
        if (table.length == 0) {
            table = new long[slots];
        }
        long spread = fingerprint * SPREAD;
        long mark = spread << 32;
        int slot = (int) ((spread >>> 32) * slots >>> 32);
        while (table[slot] != 0) {
            int earlier = (int) table[slot];
            if ((table[slot] & ~ROW) == mark && hasSameValue.test(earlier)) {
                return earlier;
            }
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        table[slot] = mark | row;
        return 0;
    }

    /** There is always an empty slot, at which a search ends. */
    private static int slots(int rows) {
        return Math.toIntExact(rows * 4L / 3 + 1);
    }
}

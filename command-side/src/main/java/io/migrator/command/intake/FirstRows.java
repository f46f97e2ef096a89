package io.migrator.command.intake;

import java.util.function.IntPredicate;

/**
 * The first row of each value, by fingerprint: an open-addressing table of 12 bytes a slot, at most two thirds full. Values
 * whose fingerprints fall together are told apart by comparing them. Not safe for use by several threads.
 */
final class FirstRows {

    private static final int FIRST_SIZE = 4096;

    /** 2^64 divided by the golden ratio: spreads neighbouring numbers evenly. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] fingerprints = new long[FIRST_SIZE];
    private int[] rows = new int[FIRST_SIZE];
    private int size;

    /**
     * Notes a row's value, unless an earlier row has the same.
     *
     * @param row 1 or more
     * @param hasSameValue whether the value of an earlier row is the same; asked only when the fingerprints are
     * @return that earlier row, or 0 when this is the first
     */
    int firstWithValue(long fingerprint, int row, IntPredicate hasSameValue) {
        int slot = slot(fingerprint);
        while (rows[slot] != 0) {
            if (fingerprints[slot] == fingerprint && hasSameValue.test(rows[slot])) {
                return rows[slot];
            }
            slot = next(slot);
        }
        fingerprints[slot] = fingerprint;
        rows[slot] = row;
        if (++size > rows.length / 3 * 2) {
            grow();
        }
        return 0;
    }

    private void grow() {
        long[] oldFingerprints = fingerprints;
        int[] oldRows = rows;
        fingerprints = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int slot = slot(oldFingerprints[i]);
                while (rows[slot] != 0) {
                    slot = next(slot);
                }
                fingerprints[slot] = oldFingerprints[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    /** The upper bits of the product, to which every bit of the fingerprint contributes. */
    private int slot(long fingerprint) {
        return (int) ((fingerprint * SPREAD) >>> (Long.numberOfLeadingZeros(rows.length) + 1));
    }

    private int next(int slot) {
        return (slot + 1) & (rows.length - 1);
    }
}

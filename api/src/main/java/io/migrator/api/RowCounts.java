package io.migrator.api;

/**
 * How many rows of a file are in each state. Absolute numbers: writing them twice changes nothing.
 *
 * @param ready stored, not sent in the current attempt
 * @param pending sent, not answered
 * @param success the target holds the desired state
 * @param error refused by the target
 */
public record RowCounts(int ready, int pending, int success, int error) {

    /** No row at all, as of a file that was rejected. */
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    /** Rows that have no final outcome yet. */
    public int open() {
        return ready + pending;
    }

    /** All rows of the file. */
    public int total() {
        return ready + pending + success + error;
    }
}

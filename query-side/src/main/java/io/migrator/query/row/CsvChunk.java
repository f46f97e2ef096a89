package io.migrator.query.row;

import io.migrator.api.RowStatus;
import java.time.Instant;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code csv_chunks}: which rows of the chunk have which state. Bit 0 is the chunk's first row.
 *
 * @param dispatchedAttempt the last attempt in which what was open was sent; 0 for never
 * @param dispatchedAt when that was
 * @param succeeded belongs to the holder of this record, as does {@code failed}
 * @param failedAttempt the attempt of {@code failed}, 0 before the first answer; what failed in an older one is open again
 */
record CsvChunk(
        int chunk,
        int firstRow,
        int rowCount,
        int dispatchedAttempt,
        @Nullable Instant dispatchedAt,
        BitSet succeeded,
        BitSet failed,
        int failedAttempt) {

    /** Whether any row has ever been answered. */
    boolean isAnswered() {
        return failedAttempt > 0;
    }

    RowStatus statusOf(int row, int attempt) {
        int bit = row - firstRow;
        if (succeeded.get(bit)) {
            return RowStatus.MIGRATE_ROW_SUCCESS;
        }
        if (failedAttempt == attempt && failed.get(bit)) {
            return RowStatus.MIGRATE_ROW_ERROR;
        }
        return openStatus(attempt);
    }

    private RowStatus openStatus(int attempt) {
        boolean isSent = attempt > 0 && dispatchedAttempt == attempt;
        return isSent ? RowStatus.MIGRATE_ROW_PENDING : RowStatus.MIGRATE_ROW_READY;
    }

    /** The rows (bits) in one of these states. */
    BitSet in(Set<RowStatus> wanted, int attempt) {
        BitSet errors = failedAttempt == attempt ? (BitSet) failed.clone() : new BitSet();
        BitSet found = new BitSet(rowCount);
        if (wanted.contains(openStatus(attempt))) {
            found.set(0, rowCount);
            found.andNot(succeeded);
            found.andNot(errors);
        }
        if (wanted.contains(RowStatus.MIGRATE_ROW_SUCCESS)) {
            found.or(succeeded);
        }
        if (wanted.contains(RowStatus.MIGRATE_ROW_ERROR)) {
            found.or(errors);
        }
        return found;
    }

    /** With new answers; the sets of this one are changed. */
    CsvChunk answered(BitSet nowSucceeded, BitSet nowFailed, int attempt) {
        BitSet errors = failedAttempt == attempt ? failed : new BitSet();
        succeeded.or(nowSucceeded);
        errors.or(nowFailed);
        errors.andNot(succeeded);
        return new CsvChunk(chunk, firstRow, rowCount, dispatchedAttempt, dispatchedAt, succeeded, errors, attempt);
    }
}

package io.migrator.command.upload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.event.RowOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which rows of a file are sent, succeeded and failed: three compressed bitmaps, at most 128 KiB each for a million rows.
 * A row is in one of them at most; one in none is ready. Not safe for use by several threads.
 */
final class RowLedger {

    private final int rowCount;
    private final RoaringBitmap pending;
    private final RoaringBitmap succeeded;
    private final RoaringBitmap failed;

    RowLedger(int rowCount) {
        this(rowCount, new RoaringBitmap(), new RoaringBitmap(), new RoaringBitmap());
    }

    private RowLedger(int rowCount, RoaringBitmap pending, RoaringBitmap succeeded, RoaringBitmap failed) {
        this.rowCount = rowCount;
        this.pending = pending;
        this.succeeded = succeeded;
        this.failed = failed;
    }

    /** What a batch of answers changes; answers that change nothing are in neither set. */
    record Change(
            RoaringBitmap succeeded, RoaringBitmap failed, int settled, List<RowOutcome> effective, RowCounts counts) {

        boolean isEmpty() {
            return effective.isEmpty();
        }
    }

    boolean holds(int row) {
        return row >= 1 && row <= rowCount;
    }

    RowCounts counts() {
        return counts(pending.getCardinality(), succeeded.getCardinality(), failed.getCardinality());
    }

    private RowCounts counts(int pendingRows, int succeededRows, int failedRows) {
        return new RowCounts(
                rowCount - pendingRows - succeededRows - failedRows, pendingRows, succeededRows, failedRows);
    }

    /** The rows between the two, both included, that have no outcome. */
    RoaringBitmap open(int first, int last) {
        RoaringBitmap open = new RoaringBitmap();
        open.add((long) first, last + 1L);
        open.andNot(succeeded);
        open.andNot(failed);
        return open;
    }

    /** Of the rows given, those that become pending: a settled row is never reopened by a late record of its sending. */
    RowCounts countsAfterDispatch(RowNumbers rows) {
        RoaringBitmap added = openOf(rows);
        added.andNot(pending);
        return counts(
                pending.getCardinality() + added.getCardinality(), succeeded.getCardinality(), failed.getCardinality());
    }

    void dispatched(RowNumbers rows) {
        pending.or(openOf(rows));
    }

    private RoaringBitmap openOf(RowNumbers rows) {
        RoaringBitmap open = rows.toBitmap();
        open.andNot(succeeded);
        open.andNot(failed);
        return open;
    }

    /**
     * Works out what answers change. SUCCESS settles a row whatever it was; nothing replaces SUCCESS; an ERROR of an older
     * attempt, or a repeated one, changes nothing.
     */
    Change plan(List<RowOutcome> outcomes, int attempt) {
        RoaringBitmap nowSucceeded = new RoaringBitmap();
        RoaringBitmap nowFailed = new RoaringBitmap();
        for (RowOutcome outcome : outcomes) {
            int row = outcome.row();
            if (succeeded.contains(row) || nowSucceeded.contains(row)) {
                continue;
            }
            if (outcome.succeeded()) {
                nowSucceeded.add(row);
                nowFailed.remove(row);
            } else if (outcome.attempt() == attempt && !failed.contains(row)) {
                nowFailed.add(row);
            }
        }
        int corrected = RoaringBitmap.andCardinality(nowSucceeded, failed);
        int answered =
                RoaringBitmap.andCardinality(nowSucceeded, pending) + RoaringBitmap.andCardinality(nowFailed, pending);
        int successes = nowSucceeded.getCardinality();
        int errors = nowFailed.getCardinality();
        RowCounts after = counts(
                pending.getCardinality() - answered,
                succeeded.getCardinality() + successes,
                failed.getCardinality() - corrected + errors);
        return new Change(
                nowSucceeded,
                nowFailed,
                successes - corrected + errors,
                effective(outcomes, attempt, nowSucceeded.clone(), nowFailed.clone()),
                after);
    }

    /** The first answer of each row that changed it, in the order of arrival. */
    private static List<RowOutcome> effective(
            List<RowOutcome> outcomes, int attempt, RoaringBitmap successesLeft, RoaringBitmap errorsLeft) {
        List<RowOutcome> effective = new ArrayList<>(outcomes.size());
        for (RowOutcome outcome : outcomes) {
            RoaringBitmap left = outcome.succeeded() ? successesLeft : errorsLeft;
            boolean counts = outcome.succeeded() || outcome.attempt() == attempt;
            if (counts && left.contains(outcome.row())) {
                left.remove(outcome.row());
                effective.add(outcome);
            }
        }
        return effective;
    }

    void settled(RowNumbers nowSucceeded, RowNumbers nowFailed) {
        RoaringBitmap successes = nowSucceeded.toBitmap();
        RoaringBitmap errors = nowFailed.toBitmap();
        succeeded.or(successes);
        failed.andNot(successes);
        failed.or(errors);
        pending.andNot(successes);
        pending.andNot(errors);
    }

    RowCounts countsAfterReopening() {
        return counts(pending.getCardinality(), succeeded.getCardinality(), 0);
    }

    /** Every row in error is ready again. */
    void reopenFailed() {
        failed.clear();
    }

    // The form in a snapshot: each bitmap in RoaringBitmap's portable serialisation.

    @JsonCreator
    static RowLedger restore(
            @JsonProperty("rowCount") int rowCount,
            @JsonProperty("pending") byte[] pending,
            @JsonProperty("succeeded") byte[] succeeded,
            @JsonProperty("failed") byte[] failed) {
        return new RowLedger(rowCount, bitmap(pending), bitmap(succeeded), bitmap(failed));
    }

    @JsonProperty("rowCount")
    int rowCount() {
        return rowCount;
    }

    @JsonProperty("pending")
    byte[] pendingBytes() {
        return bytes(pending);
    }

    @JsonProperty("succeeded")
    byte[] succeededBytes() {
        return bytes(succeeded);
    }

    @JsonProperty("failed")
    byte[] failedBytes() {
        return bytes(failed);
    }

    private static byte[] bytes(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        ByteBuffer buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(buffer);
        return buffer.array();
    }

    private static RoaringBitmap bitmap(byte[] bytes) {
        try {
            RoaringBitmap bitmap = new RoaringBitmap();
            bitmap.deserialize(ByteBuffer.wrap(bytes));
            return bitmap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

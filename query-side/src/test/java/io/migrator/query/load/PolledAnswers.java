package io.migrator.query.load;

import io.migrator.api.event.RowOutcome;
import io.migrator.query.UploadHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers to all rows of a file as polls bring them from several partitions: each partition in its order, none as far as the
 * other, so that a poll's answers lie in a dozen chunks.
 */
final class PolledAnswers {

    private static final int PARTITIONS = 6;
    private static final int POLL = 2000;
    private static final int ERROR_EVERY = 500;

    private final int rows;
    private final int[] next = new int[PARTITIONS];
    private int polls;

    PolledAnswers(int rows) {
        this.rows = rows;
        for (int i = 0; i < PARTITIONS; i++) {
            next[i] = 1 + i;
        }
    }

    /** The next poll; empty at the end. */
    List<RowOutcome> poll() {
        List<RowOutcome> answers = new ArrayList<>(POLL);
        polls++;
        for (int partition = 0; partition < Math.min(PARTITIONS, polls); partition++) {
            for (int i = 0; i < POLL / PARTITIONS && next[partition] <= rows; i++) {
                answers.add(answer(next[partition]));
                next[partition] += PARTITIONS;
            }
        }
        return answers;
    }

    private static RowOutcome answer(int row) {
        if (row % ERROR_EVERY == 0) {
            return UploadHistory.error(
                    row, 1, "TARGET_CUSTOMER_UNKNOWN", "No customer with this external id is known.");
        }
        String id = Integer.toString(100_000 + row);
        return new RowOutcome(row, 1, true, id, id, id + row % 10, "INSERTED", null, null);
    }
}

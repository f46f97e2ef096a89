package io.migrator.query.row;

import io.migrator.api.RowStatus;
import io.migrator.query.row.CsvRowTable.SentRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the target has answered to the rows of one chunk. Not safe for use by several threads. */
final class ChunkAnswers {

    private final int firstRow;
    private final @Nullable Instant sentAt;
    private final @Nullable String[] pbjCustomerIds;
    private final @Nullable String[] assignedIds;
    private final @Nullable String[] crns;
    private final @Nullable String[] errors;

    ChunkAnswers(CsvChunk chunk) {
        firstRow = chunk.firstRow();
        sentAt = chunk.dispatchedAt();
        int size = chunk.isAnswered() ? chunk.rowCount() : 0;
        pbjCustomerIds = new @Nullable String[size];
        assignedIds = new @Nullable String[size];
        crns = new @Nullable String[size];
        errors = new @Nullable String[size];
    }

    /** Adds the answers of an event, which hold from then on; one that does not name the customer leaves the one known. */
    void add(
            Integer[] rows,
            @Nullable String[] customers,
            @Nullable String[] assigned,
            @Nullable String[] references,
            @Nullable String[] refusals) {
        for (int i = 0; i < rows.length; i++) {
            int bit = rows[i] - firstRow;
            if (customers[i] != null) {
                pbjCustomerIds[bit] = customers[i];
            }
            assignedIds[bit] = assigned[i];
            crns[bit] = references[i];
            errors[bit] = refusals[i];
        }
    }

    /** A row in this state. */
    CsvRow to(SentRow sent, RowStatus status) {
        int bit = sent.row() - firstRow;
        Instant waitingSince = status == RowStatus.MIGRATE_ROW_PENDING ? sentAt : null;
        if (bit >= errors.length) {
            return new CsvRow(sent.row(), status, waitingSince, sent.record(), sent.pbjCustomerId(), null, null, null);
        }
        String customer = pbjCustomerIds[bit];
        return new CsvRow(
                sent.row(),
                status,
                waitingSince,
                sent.record(),
                customer == null ? sent.pbjCustomerId() : customer,
                assignedIds[bit],
                crns[bit],
                status == RowStatus.MIGRATE_ROW_ERROR ? errors[bit] : null);
    }
}

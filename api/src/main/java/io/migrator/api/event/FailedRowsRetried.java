package io.migrator.api.event;

import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * An operator asked for the rows in error to be sent again, as a new attempt: every row in error is open again.
 *
 * @param attempt the new attempt
 * @param sequence unchanged
 * @param rows how many rows were reopened
 * @param counts after reopening
 */
@Revision("1")
public record FailedRowsRetried(
        UUID uploadId,
        String tenant,
        int attempt,
        long sequence,
        int rows,
        RowCounts counts,
        String retriedBy,
        Instant retriedAt)
        implements FileUploadEvent {}

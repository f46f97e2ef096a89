package io.migrator.api.event;

import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * An operator resumed a stopped migration: what is still open is sent, again if it was sent before.
 *
 * @param attempt unchanged
 * @param sequence unchanged
 * @param rows how many rows are open
 */
@Revision("1")
public record MigrationResumed(
        UUID uploadId,
        String tenant,
        int attempt,
        long sequence,
        int rows,
        RowCounts counts,
        String resumedBy,
        Instant resumedAt)
        implements FileUploadEvent {}

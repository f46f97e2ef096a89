package io.migrator.api.event;

import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * An operator ended the file for good: nothing more is sent; answers that still come are recorded.
 *
 * @param attempt 0 when it was never started
 */
@Revision("1")
public record MigrationCancelled(UUID uploadId, int attempt, RowCounts counts, String cancelledBy, Instant cancelledAt)
        implements FileUploadEvent {}

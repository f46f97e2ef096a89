package io.migrator.api.event;

import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The migration stalled or ran out of time; the file is MIGRATE_FILE_STOPPED until it is resumed, or its last answer comes.
 *
 * @param reason why
 */
@Revision("1")
public record MigrationStopped(UUID uploadId, int attempt, StopReason reason, RowCounts counts, Instant stoppedAt)
        implements FileUploadEvent {}

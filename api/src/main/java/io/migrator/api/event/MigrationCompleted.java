package io.migrator.api.event;

import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Every row has its final outcome. Told again when a late success after completion changes the counts.
 *
 * @param counts no row open; with a row in error the file is MIGRATE_FILE_COMPLETE_WITH_ERRORS
 */
@Revision("1")
public record MigrationCompleted(UUID uploadId, int attempt, RowCounts counts, Instant completedAt)
        implements FileUploadEvent {}

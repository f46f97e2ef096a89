package io.migrator.api.event;

import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * All rows are stored; the file is MIGRATE_FILE_READY.
 *
 * @param counts all rows ready
 */
@Revision("1")
public record StagingCompleted(UUID uploadId, RowCounts counts, Instant completedAt) implements FileUploadEvent {}

package io.migrator.api.event;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Storing the rows never finished; the file is MIGRATE_FILE_CANCELLED and has to be sent again.
 *
 * @param reason a stable code
 */
@Revision("1")
public record StagingAbandoned(UUID uploadId, String reason, Instant abandonedAt) implements FileUploadEvent {}

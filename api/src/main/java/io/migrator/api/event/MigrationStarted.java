package io.migrator.api.event;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * An operator started the migration; the file is MIGRATE_FILE_INPROGRESS.
 *
 * @param attempt 1
 * @param sequence orders migrations of one tenant: the higher one wins in the target, whatever arrives first
 * @param rows how many rows there are to send
 */
@Revision("1")
public record MigrationStarted(
        UUID uploadId, String tenant, int attempt, long sequence, int rows, String startedBy, Instant startedAt)
        implements FileUploadEvent {}

package io.migrator.query.progress;

import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a migration is.
 *
 * @param rowsPerSecond rows settled per second lately; null when that is not known yet
 * @param estimatedEnd when the last row is settled at this rate; null when nothing moves
 */
record Progress(
        UUID id,
        FileStatus status,
        RowCounts counts,
        int attempt,
        @Nullable Double rowsPerSecond,
        @Nullable Instant estimatedEnd) {

    /** Whether it may still change by itself or by its start. */
    boolean goesOn() {
        return switch (status) {
            case MIGRATE_FILE_STAGING, MIGRATE_FILE_READY, MIGRATE_FILE_INPROGRESS -> true;
            default -> false;
        };
    }
}

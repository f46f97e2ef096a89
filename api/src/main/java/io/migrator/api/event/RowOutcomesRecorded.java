package io.migrator.api.event;

import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * Answers of the target that changed the state of rows. Answers that change nothing leave no event.
 *
 * @param succeeded rows that are MIGRATE_ROW_SUCCESS now and were not before
 * @param failed rows that are MIGRATE_ROW_ERROR now, or hold a newer error
 * @param settled how many of them were open before
 * @param counts after it
 * @param details one {@link RowOutcome} per row, sealed by {@link RowOutcomes}
 */
@Revision("1")
public record RowOutcomesRecorded(
        UUID uploadId,
        int attempt,
        RowNumbers succeeded,
        RowNumbers failed,
        int settled,
        RowCounts counts,
        Sealed details,
        Instant recordedAt)
        implements FileUploadEvent {}

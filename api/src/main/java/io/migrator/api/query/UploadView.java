package io.migrator.api.query;

import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One upload as the REST contract shows it.
 *
 * @param fileType the type detected, or null for a rejected file whose header matched none
 * @param counts rows per state
 * @param attempt 0 before the first start
 * @param sentAt when the rows of the current attempt were last acknowledged by the broker
 * @param stopReason why a stopped migration was stopped
 * @param violationCounts totals per code of a rejected file; empty otherwise
 * @param fileBytes size of the file
 * @param sha256 of the file's bytes
 * @param sameContentAs the tenant's first earlier upload with the same bytes, one that was rejected or cancelled aside; for a
 *     rejected upload the first of all earlier ones; null when there is none
 */
public record UploadView(
        UUID id,
        String tenant,
        String fileName,
        @Nullable String fileType,
        FileStatus status,
        int rowCount,
        RowCounts counts,
        int attempt,
        @Nullable Long sequence,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant sentAt,
        @Nullable Instant lastOutcomeAt,
        @Nullable Instant completedAt,
        @Nullable Instant stoppedAt,
        @Nullable Instant cancelledAt,
        @Nullable String stopReason,
        Map<String, Long> violationCounts,
        long fileBytes,
        String sha256,
        @Nullable UUID sameContentAs) {

    public UploadView {
        violationCounts = Collections.unmodifiableMap(new TreeMap<>(violationCounts));
    }
}

package io.migrator.api.event;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A file broke at least one rule; nothing of its content is kept in the history. The stream's only event.
 *
 * @param fileType the type detected, or null when the header matched none
 * @param rowCount data rows read, also those in error
 * @param violationCounts exact totals per violation code
 */
@Revision("1")
public record FileUploadRejected(
        UUID uploadId,
        String tenant,
        String fileName,
        @Nullable String fileType,
        int rowCount,
        SortedMap<String, Long> violationCounts,
        long fileBytes,
        String sha256,
        String uploadedBy,
        Instant uploadedAt)
        implements FileUploadEvent {

    public FileUploadRejected {
        violationCounts = Collections.unmodifiableSortedMap(new TreeMap<>(violationCounts));
    }
}

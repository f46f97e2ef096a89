package io.migrator.api.command;

import java.util.SortedMap;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that a file broke at least one rule; the violations themselves are kept elsewhere.
 *
 * @param fileType the type detected, or null
 * @param violationCounts exact totals per code
 */
public record RejectFileUpload(
        @TargetAggregateIdentifier UUID uploadId,
        String tenant,
        String fileName,
        @Nullable String fileType,
        int rowCount,
        SortedMap<String, Long> violationCounts,
        long fileBytes,
        String sha256,
        String uploadedBy) {}

package io.migrator.api.command;

import io.migrator.api.CsvDialect;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Begins to store a file that passed validation.
 *
 * @param chunkSize rows per chunk, the last one aside
 * @param sha256 of the file's bytes, lower-case hexadecimal
 */
public record RegisterFileUpload(
        @TargetAggregateIdentifier UUID uploadId,
        String tenant,
        String fileName,
        String fileType,
        CsvDialect dialect,
        int rowCount,
        int chunkSize,
        long fileBytes,
        String sha256,
        int blankLines,
        String uploadedBy) {}

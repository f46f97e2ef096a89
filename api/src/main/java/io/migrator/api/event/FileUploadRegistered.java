package io.migrator.api.event;

import io.migrator.api.CsvDialect;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A file passed validation; its rows follow in chunks. The stream's first event (sequence number 0). Revision 1 knew neither
 * the dialect's character encoding nor its separator line; read without them, they are what those files had.
 *
 * @param rowCount data rows in the file
 * @param chunkSize rows per {@link RowsStaged}, the last chunk aside
 * @param fileBytes size of the file as it was validated
 * @param sha256 of those bytes, lower-case hexadecimal
 * @param blankLines lines between records that were skipped
 */
@Revision("2")
public record FileUploadRegistered(
        UUID uploadId,
        String tenant,
        String fileName,
        String fileType,
        CsvDialect dialect,
        int rowCount,
        int chunkSize,
        long fileBytes,
        String sha256,
        int blankLines,
        String uploadedBy,
        Instant uploadedAt)
        implements FileUploadEvent {}

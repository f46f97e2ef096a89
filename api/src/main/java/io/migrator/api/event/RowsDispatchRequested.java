package io.migrator.api.event;

import io.migrator.api.RowNumbers;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The durable order to send rows of one chunk: as long as it is not carried out, the row dispatcher's position stays before it.
 *
 * @param delimiter of the stored records
 * @param chunk the chunk (0 = the first)
 * @param chunkEvent the aggregate sequence number of the chunk's {@link RowsStaged}
 * @param firstRow number of the chunk's first row
 * @param rows the rows to send: those of the chunk that are open
 * @param remaining open rows that no order of this attempt covers yet
 */
@Revision("1")
public record RowsDispatchRequested(
        UUID uploadId,
        String tenant,
        String fileType,
        char delimiter,
        int attempt,
        long sequence,
        int chunk,
        long chunkEvent,
        int firstRow,
        RowNumbers rows,
        int remaining)
        implements FileUploadEvent {}

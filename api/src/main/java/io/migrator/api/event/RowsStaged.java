package io.migrator.api.event;

import io.migrator.api.Sealed;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * A chunk of rows is stored. Chunk {@code n} (0 = the first) has the aggregate sequence number {@code n + 1}.
 *
 * @param firstRow number of the chunk's first row (1 = the file's first data row)
 * @param rowCount rows in the chunk
 * @param content the rows, a sealed {@link io.migrator.api.filetypes.RowChunk}
 */
@Revision("1")
public record RowsStaged(UUID uploadId, int chunk, int firstRow, int rowCount, Sealed content)
        implements FileUploadEvent {}

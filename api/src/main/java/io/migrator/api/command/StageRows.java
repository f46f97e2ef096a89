package io.migrator.api.command;

import io.migrator.api.Sealed;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stores the next chunk of rows; chunks come in order, without a gap.
 *
 * @param chunk 0 = the first
 * @param firstRow number of the chunk's first row (1 = the file's first data row)
 * @param content a sealed {@link io.migrator.api.filetypes.RowChunk}
 */
public record StageRows(
        @TargetAggregateIdentifier UUID uploadId, int chunk, int firstRow, int rowCount, Sealed content) {}

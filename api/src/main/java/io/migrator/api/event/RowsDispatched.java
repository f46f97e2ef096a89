package io.migrator.api.event;

import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The broker has acknowledged every row of one order.
 *
 * @param counts after it; a row that was answered before this was recorded stays settled
 */
@Revision("1")
public record RowsDispatched(UUID uploadId, int attempt, int chunk, RowNumbers rows, RowCounts counts, Instant sentAt)
        implements FileUploadEvent {}

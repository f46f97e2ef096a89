package io.migrator.query.row;

import io.migrator.api.RowStatus;
import io.migrator.query.projection.Projection;
import io.migrator.query.projection.ProjectionReads;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.visibility.EventWaits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Reads rows in the file's order, some at a time: the cost of a page does not depend on where in the file it is, nor on how
 * large the file is. Callers check the tenant before.
 */
@Component
public class CsvRows {

    /** Every state. */
    public static final Set<RowStatus> ALL = Set.copyOf(EnumSet.allOf(RowStatus.class));

    private static final int CHUNKS_AT_A_TIME = 64;

    private final CsvFiles files;
    private final CsvChunks chunks;
    private final CsvRowReader reader;
    private final ProjectionReads reads;
    private final Projection projection;
    private final EventWaits waits;

    CsvRows(
            CsvFiles files,
            CsvChunks chunks,
            CsvRowReader reader,
            ProjectionReads reads,
            @Qualifier("csvRowsProjection") Projection projection,
            @Qualifier("csvRowsWaits") EventWaits waits) {
        this.files = files;
        this.chunks = chunks;
        this.reader = reader;
        this.reads = reads;
        this.projection = projection;
        this.waits = waits;
    }

    /**
     * Blocks until the rows are as far as the upload is shown.
     *
     * @throws io.migrator.api.Rejection {@code READ_MODEL_BEHIND} when that takes too long
     */
    public void awaitAsShown(ShownUpload upload) {
        if (upload.dialect().isEmpty()) {
            return; // a rejected file has no rows
        }
        try {
            waits.until(upload.view().id(), upload.lastEvent()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The next rows in one of these states, {@code limit} at most, after row {@code after} (0 = from the beginning). */
    public List<CsvRow> next(UUID uploadId, Set<RowStatus> wanted, int after, int limit) {
        return reads.read(projection, () -> files.find(uploadId)
                .map(file -> next(file, wanted, after, limit))
                .orElse(List.of()));
    }

    private List<CsvRow> next(CsvFile file, Set<RowStatus> wanted, int after, int limit) {
        List<CsvRow> rows = new ArrayList<>();
        int from = file.chunkOf(after + 1);
        while (rows.size() < limit) {
            List<CsvChunk> some =
                    chunks.from(file, from, wanted.equals(ALL) ? chunksFor(file, limit) : CHUNKS_AT_A_TIME);
            for (CsvChunk chunk : some) {
                BitSet found = chunk.in(wanted, file.attempt());
                rows.addAll(reader.read(file, chunk, found, after, limit - rows.size()));
            }
            if (some.isEmpty()) {
                break;
            }
            from = some.get(some.size() - 1).chunk() + 1;
        }
        return rows;
    }

    private static int chunksFor(CsvFile file, int limit) {
        return limit / file.chunkSize() + 2;
    }

    /** One row, if the file has it. */
    public Optional<CsvRow> find(UUID uploadId, int row) {
        return next(uploadId, ALL, row - 1, 1).stream()
                .filter(found -> found.row() == row)
                .findFirst();
    }

    /** The events that hold answers for the row, in their order. */
    Set<Long> answerEvents(UUID uploadId, CsvRow row) {
        return reads.read(projection, () -> {
            Set<Long> events = new HashSet<>();
            files.find(uploadId).ifPresent(file -> events.addAll(reader.refusals(file, row.row())));
            if (row.answerEvent() != null) {
                events.add(row.answerEvent().longValue());
            }
            return events;
        });
    }
}

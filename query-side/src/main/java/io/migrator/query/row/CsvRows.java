package io.migrator.query.row;

import io.migrator.api.RowStatus;
import io.migrator.query.projection.Projection;
import io.migrator.query.projection.ProjectionReads;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.visibility.EventWaits;
import java.util.ArrayList;
import java.util.EnumSet;
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

    /** Characters after which a block is full. A chunk, which is read as a whole, has at most twice as many. */
    private static final long LONGEST_BLOCK = 4L * 1024 * 1024;

    private final CsvFiles files;
    private final CsvChunks chunks;
    private final CsvRowReader reader;
    private final CsvAnswers answers;
    private final ProjectionReads reads;
    private final Projection projection;
    private final EventWaits waits;

    CsvRows(
            CsvFiles files,
            CsvChunks chunks,
            CsvRowReader reader,
            CsvAnswers answers,
            ProjectionReads reads,
            @Qualifier("csvRowsProjection") Projection projection,
            @Qualifier("csvRowsWaits") EventWaits waits) {
        this.files = files;
        this.chunks = chunks;
        this.reader = reader;
        this.answers = answers;
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

    /** The aggregate sequence number of the last event that the rows show; -1 when there is no such file. */
    public long lastEvent(UUID uploadId) {
        return reads.read(
                projection, () -> files.find(uploadId).map(CsvFile::lastEvent).orElse(-1L));
    }

    /**
     * The next rows in one of these states, after row {@code after} (0 = from the beginning).
     *
     * @param limit of rows; long records end the block earlier, so that it stays within some megabytes
     */
    public RowBlock next(UUID uploadId, Set<RowStatus> wanted, int after, int limit) {
        return reads.read(projection, () -> files.find(uploadId)
                .map(file -> next(file, wanted, after, limit))
                .orElse(RowBlock.NONE));
    }

    private RowBlock next(CsvFile file, Set<RowStatus> wanted, int after, int limit) {
        int chunksAtATime = wanted.equals(ALL) ? chunksFor(file, limit) : CHUNKS_AT_A_TIME;
        List<CsvRow> rows = new ArrayList<>();
        long length = 0;
        int from = file.chunkOf(after + 1);
        for (List<CsvChunk> some = chunks.from(file, from, chunksAtATime);
                !some.isEmpty();
                some = chunks.from(file, from, chunksAtATime)) {
            for (CsvChunk chunk : some) {
                List<CsvRow> read =
                        reader.read(file, chunk, chunk.in(wanted, file.attempt()), after, limit - rows.size());
                rows.addAll(read);
                length += read.stream().mapToLong(row -> row.record().length()).sum();
                if (rows.size() >= limit || length >= LONGEST_BLOCK) {
                    return new RowBlock(rows, false, file.lastEvent());
                }
            }
            from = some.get(some.size() - 1).chunk() + 1;
        }
        return new RowBlock(rows, true, file.lastEvent());
    }

    /** The number of chunks that the file is kept in; at least one. */
    public int chunks(UUID uploadId) {
        return reads.read(projection, () -> files.find(uploadId)
                .map(chunks::count)
                .map(count -> Math.max(1, count))
                .orElse(1));
    }

    /**
     * The rows of one chunk that are in one of these states. Whoever reads a file to its end reads it so: what was answered to a
     * chunk is read as a whole.
     *
     * @param chunk its number, 0 for the first
     */
    public RowBlock chunk(UUID uploadId, int chunk, Set<RowStatus> wanted) {
        return reads.read(projection, () -> files.find(uploadId)
                .map(file -> chunk(file, chunk, wanted))
                .orElse(RowBlock.NONE));
    }

    private RowBlock chunk(CsvFile file, int number, Set<RowStatus> wanted) {
        return chunks.find(file, number)
                .map(chunk -> reader.read(file, chunk, chunk.in(wanted, file.attempt()), 0, chunk.rowCount()))
                .map(rows -> new RowBlock(rows, false, file.lastEvent()))
                .orElse(new RowBlock(List.of(), true, file.lastEvent()));
    }

    private static int chunksFor(CsvFile file, int limit) {
        return limit / file.chunkSize() + 2;
    }

    /** One row, if the file has it. */
    public Optional<CsvRow> find(UUID uploadId, int row) {
        return next(uploadId, ALL, row - 1, 1).rows().stream()
                .filter(found -> found.row() == row)
                .findFirst();
    }

    /** The numbers of the events that hold answers for the row. */
    Set<Long> answerEvents(UUID uploadId, int row) {
        return reads.read(projection, () -> files.find(uploadId)
                .map(file -> Set.copyOf(answers.events(file, row)))
                .orElse(Set.of()));
    }
}

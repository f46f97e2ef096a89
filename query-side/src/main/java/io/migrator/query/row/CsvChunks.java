package io.migrator.query.row;

import io.migrator.api.RowNumbers;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.RowsStaged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code csv_chunks}. */
@Component
class CsvChunks {

    private static final String COLUMNS =
            "chunk, first_row, row_count, dispatched_attempt, dispatched_at, succeeded, failed, failed_attempt";

    private final JdbcTemplate jdbc;

    CsvChunks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the chunk is new. */
    boolean add(CsvFile file, RowsStaged event) {
        return jdbc.update("""
                        insert into csv_chunks (upload_no, chunk, first_row, row_count, dispatched_attempt,
                            succeeded, failed, failed_attempt)
                        values (?, ?, ?, ?, 0, '', '', 0) on conflict do nothing""", file.uploadNo(), event.chunk(), event.firstRow(), event.rowCount()) > 0;
    }

    void dispatched(CsvFile file, int chunk, int attempt, Instant sentAt) {
        jdbc.update(
                "update csv_chunks set dispatched_attempt = ?, dispatched_at = ? where upload_no = ? and chunk = ?",
                attempt,
                sentAt.atOffset(ZoneOffset.UTC),
                file.uploadNo(),
                chunk);
    }

    /** Chunks of the file in their order, from this one on. */
    List<CsvChunk> from(CsvFile file, int chunk, int limit) {
        return jdbc.query(
                "select " + COLUMNS + " from csv_chunks where upload_no = ? and chunk >= ? order by chunk limit ?",
                CsvChunks::chunk,
                file.uploadNo(),
                chunk,
                limit);
    }

    /** One chunk, if the file has it. */
    Optional<CsvChunk> find(CsvFile file, int chunk) {
        return from(file, chunk, 1).stream()
                .filter(found -> found.chunk() == chunk)
                .findFirst();
    }

    /** How many chunks the file has. They are numbered without gaps. */
    int count(CsvFile file) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(max(chunk) + 1, 0) from csv_chunks where upload_no = ?",
                Integer.class,
                file.uploadNo()));
    }

    /** Answers of one poll lie in a few chunks: one statement reads them, one writes them. */
    void answered(CsvFile file, RowOutcomesRecorded event) {
        SortedMap<Integer, BitSet> succeeded = byChunk(file, event.succeeded());
        SortedMap<Integer, BitSet> failed = byChunk(file, event.failed());
        SortedMap<Integer, BitSet> touched = new TreeMap<>(succeeded);
        touched.putAll(failed);
        Object chunks = touched.keySet().toArray(Integer[]::new);
        List<CsvChunk> answered = jdbc
                .query(
                        "select " + COLUMNS + " from csv_chunks where upload_no = ? and chunk = any(?) order by chunk",
                        CsvChunks::chunk,
                        file.uploadNo(),
                        chunks)
                .stream()
                .map(chunk -> chunk.answered(
                        succeeded.getOrDefault(chunk.chunk(), new BitSet()),
                        failed.getOrDefault(chunk.chunk(), new BitSet()),
                        event.attempt()))
                .toList();
        write(file, answered, event.attempt());
    }

    private static SortedMap<Integer, BitSet> byChunk(CsvFile file, RowNumbers rows) {
        SortedMap<Integer, BitSet> sets = new TreeMap<>();
        rows.forEach(row -> sets.computeIfAbsent(file.chunkOf(row), chunk -> new BitSet(file.chunkSize()))
                .set((row - 1) % file.chunkSize()));
        return sets;
    }

    private void write(CsvFile file, List<CsvChunk> chunks, int attempt) {
        Object numbers = chunks.stream().map(CsvChunk::chunk).toArray(Integer[]::new);
        Object succeeded =
                chunks.stream().map(chunk -> chunk.succeeded().toByteArray()).toArray(byte[][]::new);
        Object failed =
                chunks.stream().map(chunk -> chunk.failed().toByteArray()).toArray(byte[][]::new);
        jdbc.update("""
                update csv_chunks c set succeeded = n.succeeded, failed = n.failed, failed_attempt = ?
                from unnest(?::integer[], ?::bytea[], ?::bytea[]) as n (chunk, succeeded, failed)
                where c.upload_no = ? and c.chunk = n.chunk""", attempt, numbers, succeeded, failed, file.uploadNo());
    }

    private static CsvChunk chunk(ResultSet row, int i) throws SQLException {
        OffsetDateTime dispatchedAt = row.getObject("dispatched_at", OffsetDateTime.class);
        return new CsvChunk(
                row.getInt("chunk"),
                row.getInt("first_row"),
                row.getInt("row_count"),
                row.getInt("dispatched_attempt"),
                dispatchedAt == null ? null : dispatchedAt.toInstant(),
                BitSet.valueOf(row.getBytes("succeeded")),
                BitSet.valueOf(row.getBytes("failed")),
                row.getInt("failed_attempt"));
    }
}

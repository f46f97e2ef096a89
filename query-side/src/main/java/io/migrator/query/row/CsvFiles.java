package io.migrator.query.row;

import io.migrator.api.event.FileUploadRegistered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code csv_files}. */
@Component
class CsvFiles {

    private final JdbcTemplate jdbc;

    CsvFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(FileUploadRegistered event, long number) {
        jdbc.update("""
                insert into csv_files (upload_id, tenant, chunk_size, attempt, last_event)
                values (?, ?, ?, 0, ?) on conflict do nothing""", event.uploadId(), event.tenant(), event.chunkSize(), number);
    }

    /** Notes the event; empty when it was seen before and nothing of it is to be written again. */
    Optional<CsvFile> advance(UUID uploadId, long number) {
        return advanced(uploadId, number, jdbc.query("""
                        update csv_files set last_event = ? where upload_id = ? and last_event < ?
                        returning upload_id, upload_no, tenant, chunk_size, attempt, last_event""", CsvFiles::file, number, uploadId, number));
    }

    /** Notes the event with which an attempt begins; empty when it was seen before. */
    Optional<CsvFile> beginAttempt(UUID uploadId, long number, int attempt) {
        return advanced(uploadId, number, jdbc.query("""
                        update csv_files set last_event = ?, attempt = ? where upload_id = ? and last_event < ?
                        returning upload_id, upload_no, tenant, chunk_size, attempt, last_event""", CsvFiles::file, number, attempt, uploadId, number));
    }

    private Optional<CsvFile> advanced(UUID uploadId, long number, List<CsvFile> advanced) {
        if (advanced.isEmpty() && find(uploadId).isEmpty()) {
            throw new IllegalStateException("event " + number + " of " + uploadId + " has no file before it");
        }
        return advanced.stream().findFirst();
    }

    /** Notes, at the end of the transaction, an event that changes nothing else. */
    void note(UUID uploadId, long number) {
        NotedEvents.current(jdbc).add(uploadId, number);
    }

    Optional<CsvFile> find(UUID uploadId) {
        return jdbc
                .query(
                        "select upload_id, upload_no, tenant, chunk_size, attempt, last_event from csv_files where upload_id = ?",
                        CsvFiles::file,
                        uploadId)
                .stream()
                .findFirst();
    }

    private static CsvFile file(ResultSet row, int i) throws SQLException {
        return new CsvFile(
                row.getObject("upload_id", UUID.class),
                row.getInt("upload_no"),
                row.getString("tenant"),
                row.getInt("chunk_size"),
                row.getInt("attempt"),
                row.getLong("last_event"));
    }

    /**
     * Empties all tables of the projection, before the events are told again. Numbers of files go on: an old one never comes to
     * name another file.
     */
    void emptyAll() {
        jdbc.execute("truncate csv_files, csv_chunks, csv_rows, csv_answers continue identity");
    }
}

package io.migrator.query.statistics;

import io.migrator.api.event.FileUploadRegistered;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables {@code statistics} and {@code statistics_files}. */
@Component
class StatisticsTable {

    private final JdbcTemplate jdbc;

    StatisticsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose a file is, and of which type. */
    record CountedFile(String tenant, String fileType) {}

    /** A number of a tenant; {@code fileType} and {@code code} are empty where there is none. */
    record Number(Instant hour, String fileType, Measure measure, String code, long amount) {}

    /** Whether the file is new. */
    boolean addFile(UUID uploadId, String tenant, String fileType) {
        return jdbc.update("""
                        insert into statistics_files (upload_id, tenant, file_type, last_event) values (?, ?, ?, 0)
                        on conflict do nothing""", uploadId, tenant, fileType) > 0;
    }

    boolean addFile(FileUploadRegistered event) {
        return addFile(event.uploadId(), event.tenant(), event.fileType());
    }

    /** Notes the event; empty when it was counted before. */
    Optional<CountedFile> advance(UUID uploadId, long number) {
        return jdbc
                .query(
                        """
                        update statistics_files set last_event = ? where upload_id = ? and last_event < ?
                        returning tenant, file_type""",
                        (row, i) -> new CountedFile(row.getString("tenant"), row.getString("file_type")),
                        number,
                        uploadId,
                        number)
                .stream()
                .findFirst();
    }

    /** Adds amounts per code, at the end of the transaction. */
    void count(CountedFile file, Instant at, Measure measure, Map<String, Long> amounts) {
        GatheredAmounts gathered = GatheredAmounts.current(jdbc);
        amounts.forEach((code, amount) -> gathered.add(file.tenant(), at, file.fileType(), measure, code, amount));
    }

    void empty() {
        jdbc.execute("truncate statistics, statistics_files");
    }

    List<Number> find(String tenant, Instant from, Instant to) {
        return jdbc.query(
                """
                select hour, file_type, measure, code, amount from statistics
                where tenant = ? and hour >= ? and hour < ? order by hour, file_type, measure, code""",
                (row, i) -> new Number(
                        row.getTimestamp("hour").toInstant(),
                        row.getString("file_type"),
                        Measure.valueOf(row.getString("measure")),
                        row.getString("code"),
                        row.getLong("amount")),
                tenant,
                Timestamp.from(from),
                Timestamp.from(to));
    }
}

package io.migrator.query.upload;

import io.migrator.api.CsvDialect;
import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import tools.jackson.databind.json.JsonMapper;

/** Columns of {@code file_uploads} and what an event sets them to; every value is an absolute one. Used by one thread. */
final class UploadColumns {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** All columns of an upload that was accepted. */
    static UploadColumns of(FileUploadRegistered event) {
        return new UploadColumns()
                .set("tenant", event.tenant())
                .set("file_name", event.fileName())
                .set("file_type", event.fileType())
                .status(FileStatus.MIGRATE_FILE_STAGING)
                .set("row_count", event.rowCount())
                .set("uploaded_by", event.uploadedBy())
                .set("uploaded_at", event.uploadedAt())
                .set("file_bytes", event.fileBytes())
                .set("sha256", event.sha256())
                .set("blank_lines", event.blankLines())
                .dialect(event.dialect())
                .json("violation_counts", Map.of())
                .beforeAnyMigration();
    }

    /** All columns of an upload that was rejected. */
    static UploadColumns of(FileUploadRejected event) {
        return new UploadColumns()
                .set("tenant", event.tenant())
                .set("file_name", event.fileName())
                .set("file_type", event.fileType())
                .status(FileStatus.MIGRATE_FILE_REJECTED)
                .set("row_count", event.rowCount())
                .set("uploaded_by", event.uploadedBy())
                .set("uploaded_at", event.uploadedAt())
                .set("file_bytes", event.fileBytes())
                .set("sha256", event.sha256())
                .set("blank_lines", 0)
                .json("violation_counts", event.violationCounts())
                .beforeAnyMigration();
    }

    private UploadColumns beforeAnyMigration() {
        return counts(RowCounts.NONE).set("attempt", 0);
    }

    private UploadColumns dialect(CsvDialect dialect) {
        return set("delimiter", String.valueOf(dialect.delimiter()))
                .set("line_end", dialect.lineEnd())
                .set("byte_order_mark", dialect.byteOrderMark())
                .set("charset", dialect.charset())
                .set("separator_line", dialect.separatorLine());
    }

    UploadColumns status(FileStatus now) {
        return set("status_id", now.id());
    }

    UploadColumns counts(RowCounts now) {
        return set("rows_ready", now.ready())
                .set("rows_pending", now.pending())
                .set("rows_success", now.success())
                .set("rows_error", now.error());
    }

    UploadColumns started(long order, String operator, Instant at) {
        return set("sequence", order).set("started_by", operator).set("started_at", at);
    }

    /** What is sent from now on belongs to this attempt; an earlier end no longer holds. */
    UploadColumns goesOn(int number) {
        return set("attempt", number)
                .status(FileStatus.MIGRATE_FILE_INPROGRESS)
                .set("completed_at", null)
                .set("stopped_at", null)
                .set("stop_reason", null);
    }

    UploadColumns sent(Instant at) {
        return set("sent_at", at);
    }

    UploadColumns answered(Instant at) {
        return set("last_outcome_at", at);
    }

    UploadColumns completed(Instant at) {
        return set("completed_at", at).set("stopped_at", null).set("stop_reason", null);
    }

    UploadColumns stopped(Instant at, String reason) {
        return set("stopped_at", at).set("stop_reason", reason);
    }

    UploadColumns cancelled(Instant at, @Nullable String reason) {
        return set("cancelled_at", at).set("stop_reason", reason);
    }

    private UploadColumns json(String column, Map<String, Long> value) {
        try {
            PGobject json = new PGobject();
            json.setType("jsonb");
            json.setValue(JSON.writeValueAsString(value));
            return set(column, json);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UploadColumns set(String column, @Nullable Object value) {
        values.put(column, value instanceof Instant moment ? Timestamp.from(moment) : value);
        return this;
    }

    /** Their names. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** What stands for each value in a statement, in the names' order: a parameter, or nothing. */
    List<String> placeholders() {
        return values.values().stream()
                .map(value -> value == null ? "null" : "?")
                .toList();
    }

    /** The statement's parameters, in the names' order. */
    List<Object> parameters() {
        return new ArrayList<>(values.values().stream().filter(Objects::nonNull).toList());
    }
}

package io.migrator.bench.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** The plain pipeline's uploads: a file comes in by COPY in one transaction, and a migration begins here. */
final class UploadTable {

    private static final String COPY =
            "copy pipeline_rows (upload_no, row_no, status, record) from stdin (format binary)";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    UploadTable(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    UUID load(Path csv, String header, String tenant) {
        UUID id = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            int number = required(jdbc.queryForObject(
                    "insert into pipeline_uploads (id, tenant, status, row_count) values (?, ?, 'READY', 0)"
                            + " returning upload_no",
                    Integer.class,
                    id,
                    tenant));
            int rows = copy(csv, header, number);
            jdbc.update("update pipeline_uploads set row_count = ? where upload_no = ?", rows, number);
        });
        return id;
    }

    private int copy(Path csv, String header, int number) {
        return required(jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (RecordLines records = RecordLines.open(csv);
                    OutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY)) {
                if (!records.header().equals(header)) {
                    throw new IllegalArgumentException("the file's header is not " + header);
                }
                return RowCopy.write(records, number, 1, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** The first time draws the tenant's next sequence; afterwards it is the same. */
    Upload start(UUID id) {
        jdbc.update("""
                update pipeline_uploads u set status = 'INPROGRESS', sequence = greatest(
                    (extract(epoch from clock_timestamp()) * 1000)::bigint,
                    (select max(sequence) + 1 from pipeline_uploads other where other.tenant = u.tenant))
                where id = ? and sequence is null""", id);
        return required(jdbc.queryForObject(
                "select upload_no, tenant, row_count, succeeded + failed, sequence from pipeline_uploads where id = ?",
                (row, i) ->
                        new Upload(row.getInt(1), id, row.getString(2), row.getInt(3), row.getInt(4), row.getLong(5)),
                id));
    }

    PlainPipeline.Counts counts(UUID id) {
        return required(jdbc.queryForObject(
                "select status, row_count, succeeded, failed from pipeline_uploads where id = ?",
                (row, i) -> new PlainPipeline.Counts(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                id));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the database returned nothing");
        }
        return value;
    }
}

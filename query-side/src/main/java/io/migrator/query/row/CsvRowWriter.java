package io.migrator.query.row;

import io.migrator.api.RowStatus;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.filetypes.StagedRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code csv_rows}, a chunk or a batch of answers at a time. */
@Component
class CsvRowWriter {

    private final JdbcTemplate jdbc;

    CsvRowWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a chunk, through COPY in the transaction's connection. */
    void add(CsvFile file, int firstRow, List<StagedRow> rows) {
        byte[] copy = CsvRowCopy.of(file.uploadNo(), firstRow, rows);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(CsvRowCopy.STATEMENT, new ByteArrayInputStream(copy));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** An answer that does not name the customer leaves the id that came in. */
    void answered(CsvFile file, List<RowOutcome> outcomes, long event) {
        jdbc.update(
                """
                update csv_rows r set answer_event = ?, attempt = o.attempt, status_id = o.status_id,
                    pbj_customer_id = coalesce(o.pbj_customer_id, r.pbj_customer_id),
                    assigned_id = o.assigned_id, crn = o.crn, error = o.error
                from unnest(?::integer[], ?::smallint[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as o (row_no, attempt, status_id, pbj_customer_id, assigned_id, crn, error)
                where r.upload_no = ? and r.row_no = o.row_no""",
                Math.toIntExact(event),
                column(outcomes, Integer[]::new, RowOutcome::row),
                column(outcomes, Short[]::new, outcome -> (short) outcome.attempt()),
                column(outcomes, Short[]::new, outcome ->
                        (short) statusOf(outcome).id()),
                column(outcomes, String[]::new, RowOutcome::pbjCustomerId),
                column(outcomes, String[]::new, RowOutcome::assignedId),
                column(outcomes, String[]::new, RowOutcome::crn),
                column(outcomes, String[]::new, CsvRowWriter::errorOf),
                file.uploadNo());
        List<RowOutcome> refusals =
                outcomes.stream().filter(outcome -> !outcome.succeeded()).toList();
        if (!refusals.isEmpty()) {
            jdbc.update(
                    """
                    insert into csv_row_refusals (upload_no, row_no, event)
                    select ?, unnest(?::integer[]), ? on conflict do nothing""", file.uploadNo(), column(refusals, Integer[]::new, RowOutcome::row), Math.toIntExact(event));
        }
    }

    private static RowStatus statusOf(RowOutcome outcome) {
        return outcome.succeeded() ? RowStatus.MIGRATE_ROW_SUCCESS : RowStatus.MIGRATE_ROW_ERROR;
    }

    private static @Nullable String errorOf(RowOutcome outcome) {
        if (outcome.succeeded()) {
            return null;
        }
        return outcome.errorMessage() == null
                ? outcome.errorCode()
                : outcome.errorCode() + ": " + outcome.errorMessage();
    }

    private static <T> Object column(
            List<RowOutcome> outcomes,
            java.util.function.IntFunction<T[]> array,
            Function<RowOutcome, @Nullable T> value) {
        T[] values = array.apply(outcomes.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(outcomes.get(i));
        }
        return values;
    }
}

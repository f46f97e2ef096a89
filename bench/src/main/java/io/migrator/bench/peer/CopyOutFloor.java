package io.migrator.bench.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The least that giving a file back takes: one {@code COPY} out of the table that {@link CopyFloor} filled, records and generated
 * columns in the order of the rows. It is no CSV that could be uploaded again: nothing of it is put together or escaped.
 */
public final class CopyOutFloor {

    private static final String COPY_OUT = """
            copy (select record, pbj_customer_id, assigned_id, crn, error from floor_rows
                where upload_no = %d order by row_no) to stdout""".formatted(FloorTable.UPLOAD);

    private final DataSource dataSource;

    public CopyOutFloor(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes all rows; returns how many. */
    public long write(OutputStream to) {
        Long rows = new JdbcTemplate(dataSource).execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY_OUT, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return rows == null ? 0 : rows;
    }
}

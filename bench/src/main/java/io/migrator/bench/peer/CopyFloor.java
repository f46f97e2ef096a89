package io.migrator.bench.peer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The least that storing a file's rows takes: one {@code COPY}, one transaction, into an empty table with a primary key, of a stream
 * that was prepared before. Nothing is parsed or validated.
 */
public final class CopyFloor {

    private static final int PIECE = 64 * 1024;

    private final DataSource dataSource;

    /** Uses a table of its own in this database, which {@link UpdateFloor} and {@link CopyOutFloor} go on with. */
    public CopyFloor(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Empties the table, or creates it. */
    public void reset() {
        FloorTable.createAnew(dataSource);
    }

    /**
     * Makes the stream's bytes; not part of what is measured.
     *
     * @param prepared the file that they are written to
     * @return how many rows
     */
    public int prepare(Path csv, Path prepared) throws IOException {
        try (RecordLines records = RecordLines.open(csv);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(prepared))) {
            return RowCopy.write(records, FloorTable.UPLOAD, FloorTable.ZEROS, out);
        }
    }

    /** Stores the rows; returns how many. */
    public long load(Path prepared) {
        Long rows = new JdbcTemplate(dataSource).execute((ConnectionCallback<Long>) connection -> {
            try (InputStream in = Files.newInputStream(prepared)) {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(FloorTable.COPY_IN, in, PIECE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return rows == null ? 0 : rows;
    }
}

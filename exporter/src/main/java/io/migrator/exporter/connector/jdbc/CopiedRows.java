package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.RowSink;
import io.migrator.exporter.connector.SourceColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows out of PostgreSQL by {@code COPY … TO STDOUT}: one message to a row instead of one object to a value, no round trip
 * for every so many rows, and the server goes no further ahead than the connection's buffers.
 */
final class CopiedRows {

    private CopiedRows() {}

    /** Whether values come the same way in COPY's text as in a result set. Amounts with a currency do not, nor do bits. */
    static boolean serve(Dialect dialect, List<SourceColumn> columns) {
        return dialect == Dialect.POSTGRESQL && columns.stream().allMatch(CopiedRows::serve);
    }

    private static boolean serve(SourceColumn column) {
        return switch (column.kind()) {
            case TEXT, DATE, TIMESTAMP, INSTANT -> true;
            case NUMBER -> !column.typeName().equals("money");
            case BOOLEAN -> column.typeName().equals("bool");
            case UNREADABLE -> false;
        };
    }

    /** The connection has to be closed when this fails in any way: the rest of the rows may be under way. */
    static void read(Connection connection, Resolved resolved, Block block, RowSink sink) throws SQLException {
        CopyOut rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(resolved.selects().copy(block));
        CopyLine line = new CopyLine(resolved.columns());
        for (byte[] next = rows.readFromCopy(); next != null; next = rows.readFromCopy()) {
            sink.row(line.values(next));
        }
    }
}

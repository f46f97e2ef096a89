package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.RowSink;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections that read, one for each reader; where the database can, they all see the moment at which the reading began. */
final class JdbcReading implements Reading {

    private static final Logger log = LoggerFactory.getLogger(JdbcReading.class);

    private final JdbcConnector connector;
    private final Dialect dialect;
    private final int fetchSize;
    private final SharedMoment moment;
    private final BlockingQueue<Connection> idle;

    private JdbcReading(
            JdbcConnector connector,
            Dialect dialect,
            int fetchSize,
            SharedMoment moment,
            List<Connection> connections) {
        this.connector = connector;
        this.dialect = dialect;
        this.fetchSize = fetchSize;
        this.moment = moment;
        this.idle = new ArrayBlockingQueue<>(connections.size(), false, connections);
    }

    static JdbcReading begin(JdbcConnector connector, Dialect dialect, int fetchSize, int readers) {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < readers; i++) {
                connections.add(connector.connect());
            }
            SharedMoment moment = SharedMoment.take(connector, dialect, connections);
            return new JdbcReading(connector, dialect, fetchSize, moment, connections);
        } catch (SQLException e) {
            closeAll(connections);
            throw Faults.of("beginning to read", e);
        } catch (SourceException e) {
            closeAll(connections);
            throw e;
        }
    }

    @Override
    public Consistency consistency() {
        return moment.consistency();
    }

    @Override
    public void read(Extract extract, Block block, RowSink sink) {
        use("reading block " + block.number() + " of " + extract.name(), connection -> {
            Resolved resolved = Resolved.of(dialect, connection, extract);
            if (CopiedRows.serve(dialect, resolved.columns())) {
                CopiedRows.read(connection, resolved, block, sink);
            } else {
                read(connection, resolved, resolved.selects().rows(block), sink);
            }
        });
    }

    @Override
    public void first(Extract extract, int rows, RowSink sink) {
        use("reading the first rows of " + extract.name(), connection -> {
            Resolved resolved = Resolved.of(dialect, connection, extract);
            read(connection, resolved, resolved.selects().first(rows), sink);
        });
    }

    /** What is read over a connection. */
    private interface Work {
        void over(Connection connection) throws SQLException;
    }

    private void use(String what, Work work) {
        Connection connection = idle.poll();
        if (connection == null) {
            throw new IllegalStateException("more readers than were announced");
        }
        Connection next = connection;
        try {
            next = unbroken(connection);
            try {
                work.over(next);
            } finally {
                if (moment.consistency() != Consistency.SNAPSHOT && !next.isClosed()) {
                    next.rollback(); // the next block sees its own moment
                }
            }
        } catch (SQLException e) {
            closeAll(List.of(next)); // in whatever state it is
            throw Faults.of(what, e);
        } catch (RuntimeException e) {
            closeAll(List.of(next)); // rows may be under way that nobody takes any more
            throw e;
        } finally {
            idle.add(next);
        }
    }

    private Connection unbroken(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            return connection;
        }
        Connection another = connector.connect();
        moment.join(another);
        return another;
    }

    private void read(Connection connection, Resolved resolved, Selects.Select select, RowSink sink)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(select.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(dialect.fetchSize(fetchSize));
            Values.bind(dialect, statement, select.values());
            try (ResultSet result = statement.executeQuery()) {
                SourceColumn.Kind[] kinds =
                        resolved.columns().stream().map(SourceColumn::kind).toArray(SourceColumn.Kind[]::new);
                @Nullable Object[] values = new Object[kinds.length];
                while (result.next()) {
                    for (int i = 0; i < kinds.length; i++) {
                        values[i] = Values.read(dialect, result, i + 1, kinds[i]);
                    }
                    sink.row(values);
                }
            }
        }
    }

    @Override
    public void close() {
        closeAll(List.copyOf(idle));
        moment.close();
    }

    private static void closeAll(List<Connection> connections) {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("a connection that read is gone already", e);
            }
        }
    }
}

package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Reading.Consistency;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes several connections see one moment: PostgreSQL by a snapshot that one transaction exports and the others take over, MySQL and
 * MariaDB by transactions that all begin while nobody may write for an instant.
 */
final class SharedMoment implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SharedMoment.class);

    private final Dialect dialect;
    private final @Nullable Connection keeper;
    private final String snapshot;
    private volatile Consistency consistency;

    private SharedMoment(Dialect dialect, Consistency consistency, @Nullable Connection keeper, String snapshot) {
        this.dialect = dialect;
        this.consistency = consistency;
        this.keeper = keeper;
        this.snapshot = snapshot;
    }

    static SharedMoment take(JdbcConnector connector, Dialect dialect, List<Connection> readers) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL -> exported(connector, dialect, readers);
            case MYSQL, MARIADB -> lockedForAnInstant(connector, dialect, readers);
            default -> {
                for (Connection reader : readers) {
                    dialect.beginReading(reader);
                }
                yield new SharedMoment(dialect, dialect.consistency(), null, "");
            }
        };
    }

    private static SharedMoment exported(JdbcConnector connector, Dialect dialect, List<Connection> readers)
            throws SQLException {
        Connection keeper = connector.connect();
        try {
            dialect.beginReading(keeper);
            String snapshot;
            try (Statement statement = keeper.createStatement();
                    ResultSet result = statement.executeQuery("select pg_export_snapshot()")) {
                result.next();
                snapshot = result.getString(1);
            }
            SharedMoment moment = new SharedMoment(dialect, Consistency.SNAPSHOT, keeper, snapshot);
            for (Connection reader : readers) {
                moment.join(reader);
            }
            return moment;
        } catch (SQLException e) {
            keeper.close();
            throw e;
        }
    }

    private static SharedMoment lockedForAnInstant(JdbcConnector connector, Dialect dialect, List<Connection> readers)
            throws SQLException {
        try (Connection locker = connector.connect()) {
            boolean isLocked = lock(locker);
            for (Connection reader : readers) {
                dialect.beginReading(reader);
                execute(reader, "start transaction with consistent snapshot");
            }
            if (isLocked) {
                execute(locker, "unlock tables");
            }
            Consistency consistency = isLocked || readers.size() == 1 ? Consistency.SNAPSHOT : Consistency.BLOCK;
            return new SharedMoment(dialect, consistency, null, "");
        }
    }

    /** Lets one more connection see the moment, in place of one that broke; where that cannot be, there is no one moment any more. */
    void join(Connection reader) throws SQLException {
        dialect.beginReading(reader);
        if (keeper != null) {
            execute(reader, "set transaction snapshot '" + snapshot + "'");
        } else if (consistency == Consistency.SNAPSHOT) {
            consistency = Consistency.BLOCK;
        }
    }

    private static boolean lock(Connection locker) {
        try {
            // nobody may be kept from writing because somebody else reads for long
            execute(locker, "set session lock_wait_timeout = 5");
            execute(locker, "flush tables with read lock");
            return true;
        } catch (SQLException e) {
            log.warn("The user may not lock tables for an instant (RELOAD), so readers do not all see one moment");
            return false;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Consistency consistency() {
        return consistency;
    }

    @Override
    public void close() {
        if (keeper != null) {
            try {
                keeper.close();
            } catch (SQLException e) {
                log.debug("the connection that kept the moment is gone already", e);
            }
        }
    }
}

package io.migrator.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The data of a database as {@code pg_dump} takes it: every table and sequence as of one moment. The schema is made by the
 * service's own migrations, as the program is not among the artifacts that the server comes with.
 */
final class DatabaseDump {

    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'";

    private final Map<String, byte[]> tables = new LinkedHashMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();

    private DatabaseDump() {}

    static DatabaseDump take(Connection database) throws SQLException, IOException {
        DatabaseDump dump = new DatabaseDump();
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = database.createStatement()) {
            try (ResultSet names = statement.executeQuery(TABLES)) {
                while (names.next()) {
                    dump.tables.put(names.getString(1), new byte[0]);
                }
            }
            for (Map.Entry<String, byte[]> table : dump.tables.entrySet()) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table.getKey() + " to stdout (format binary)", rows);
                table.setValue(rows.toByteArray());
            }
            try (ResultSet names = statement.executeQuery(
                    "select sequencename, coalesce(last_value, 0) from pg_sequences where schemaname = 'public'")) {
                while (names.next()) {
                    dump.sequences.put(names.getString(1), names.getLong(2));
                }
            }
        }
        database.rollback();
        return dump;
    }

    void restore(Connection database) throws SQLException, IOException {
        DataSource source = new SingleConnectionDataSource(database, true);
        Flyway.configure()
                .dataSource(source)
                .outOfOrder(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica"); // the tables come in no order
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                statement.execute("truncate " + table.getKey() + " cascade");
            }
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + table.getKey() + " from stdin (format binary)",
                                new ByteArrayInputStream(table.getValue()));
            }
            for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
                if (sequence.getValue() > 0) {
                    statement.execute("select setval('" + sequence.getKey() + "', " + sequence.getValue() + ")");
                }
            }
        }
    }
}

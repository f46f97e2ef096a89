package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.connector.Table;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database by JDBC. Every call has a connection of its own. */
final class JdbcConnector implements Connector {

    private static final Logger log = LoggerFactory.getLogger(JdbcConnector.class);

    private final ConnectionSettings settings;
    private final Dialect dialect;

    JdbcConnector(ConnectionSettings settings, Dialect dialect) {
        this.settings = settings;
        this.dialect = dialect;
    }

    @Override
    public String check() {
        try (Connection connection = connect()) {
            DatabaseMetaData database = connection.getMetaData();
            return database.getDatabaseProductName() + " " + database.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw Faults.of("connecting to " + settings.place(), e);
        }
    }

    Connection connect() throws SQLException {
        Properties properties = dialect.properties(settings.url());
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
        }
        dialect.file(settings.url()).filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new SourceException("there is no file " + file);
        });
        try {
            DriverManager.getDriver(settings.url());
        } catch (SQLException e) {
            throw new SourceException("the exporter has no JDBC driver for " + settings.place());
        }
        Connection connection = DriverManager.getConnection(settings.url(), properties);
        if (Dialect.of(settings.url()).filter(dialect::equals).isPresent()) {
            begin(connection);
        }
        return connection;
    }

    private void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : dialect.session()) {
                statement.execute(setting);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public List<Table> discover() {
        try (Connection connection = connect()) {
            List<Table> tables = new ArrayList<>();
            for (TableName name : TableName.listed(dialect, connection)) {
                if (!SystemSchemas.contain(name.schema())) {
                    tables.add(table(connection, name));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw Faults.of("looking for tables", e);
        }
    }

    /** One that cannot be read, such as a view of what is gone, is shown without columns. */
    private Table table(Connection connection, TableName name) {
        try {
            return readable(connection, name);
        } catch (SQLException e) {
            SourceException fault = Faults.of("looking at " + name.text(), e);
            if (fault.isPassing()) {
                throw fault; // of the connection, not of the table
            }
            log.warn("{} cannot be read (SQLSTATE {})", name.text(), e.getSQLState());
            return new Table(name.text(), List.of(), List.of(), -1);
        }
    }

    private Table readable(Connection connection, TableName name) throws SQLException {
        TreeMap<Integer, String> key = new TreeMap<>();
        try (ResultSet columns =
                connection.getMetaData().getPrimaryKeys(name.catalogOrNull(), name.schemaOrNull(), name.table())) {
            while (columns.next()) {
                key.put(columns.getInt("KEY_SEQ"), columns.getString("COLUMN_NAME"));
            }
        }
        return new Table(
                name.text(),
                columnsOf(connection, name.quoted(dialect)),
                List.copyOf(key.values()),
                count(connection, name.quoted(dialect)));
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from " + from);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private List<SourceColumn> columnsOf(Connection connection, String from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from " + from + " t where 1 = 0");
                ResultSet result = statement.executeQuery()) {
            return Values.columns(dialect, result.getMetaData());
        }
    }

    @Override
    public List<SourceColumn> columns(Extract extract) {
        try (Connection connection = connect()) {
            return Resolved.of(dialect, connection, extract).columns();
        } catch (SQLException e) {
            throw Faults.of("looking at " + extract.name(), e);
        }
    }

    @Override
    public List<Block> plan(Extract extract, int rowsPerBlock) {
        try (Connection connection = connect()) {
            Resolved resolved = Resolved.of(dialect, connection, extract);
            dialect.beginReading(connection);
            return new Planning(dialect, connection, resolved).blocks(rowsPerBlock);
        } catch (SQLException e) {
            throw Faults.of("planning " + extract.name(), e);
        }
    }

    @Override
    public Optional<KeyValue> state(Extract extract) {
        String changed = extract.changeColumn();
        if (changed == null) {
            return Optional.empty();
        }
        try (Connection connection = connect()) {
            Resolved resolved = Resolved.of(dialect, connection, extract.withColumns(List.of(changed)));
            SourceColumn column = resolved.columns().get(0);
            Selects.Select select = resolved.selects().greatestChange(column.name());
            try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
                Values.bind(dialect, statement, select.values());
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return Optional.ofNullable(Values.read(dialect, result, 1, column.kind()))
                            .map(KeyValue::of);
                }
            }
        } catch (SQLException e) {
            throw Faults.of("looking for the last change of " + extract.name(), e);
        }
    }

    @Override
    public Reading begin(int readers) {
        return JdbcReading.begin(this, dialect, settings.fetchSize(), readers);
    }

    @Override
    public void close() {
        // each call closes what it has opened
    }
}

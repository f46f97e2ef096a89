package io.migrator.exporter.connector;

import io.migrator.exporter.connector.jdbc.DialectConnectors;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The statements for SQL Server, run by H2 in the mode in which it takes them; the real server was never asked. */
class SqlServerDialectTest extends ConnectorContract {

    private static final String URL = "jdbc:h2:mem:sql_server;MODE=MSSQLServer;DB_CLOSE_DELAY=-1";

    @BeforeAll
    void fill() throws SQLException {
        PeopleTable.create(URL, "sa", "secret", "timestamp", "boolean");
    }

    @Override
    Connector open(ConnectionSettings settings) {
        return DialectConnectors.open("SQL_SERVER", settings);
    }

    @Override
    ConnectionSettings settings() {
        return settings(URL, "sa", "secret");
    }

    @Override
    Optional<ConnectionSettings> withWrongPassword() {
        return Optional.of(settings(URL, "sa", "guessed-wrongly"));
    }
}

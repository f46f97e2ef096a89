package io.migrator.exporter.connector;

import io.migrator.embedded.TestServers;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

class PostgresConnectorTest extends ConnectorContract {

    private final String url = TestServers.newDatabase();

    @BeforeAll
    void fill() throws SQLException {
        PeopleTable.create(url, "", "", "timestamp", "boolean");
    }

    @Override
    ConnectionSettings settings() {
        return settings(url, "", "");
    }

    /** The tests' server lets everybody in. */
    @Override
    Optional<ConnectionSettings> withWrongPassword() {
        return Optional.empty();
    }
}

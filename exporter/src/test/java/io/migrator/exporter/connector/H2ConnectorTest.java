package io.migrator.exporter.connector;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

class H2ConnectorTest extends ConnectorContract {

    private static final String URL = "jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1";

    @BeforeAll
    void fill() throws SQLException {
        PeopleTable.create(URL, "sa", "secret", "timestamp", "boolean");
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

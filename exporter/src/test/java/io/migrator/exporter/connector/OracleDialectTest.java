package io.migrator.exporter.connector;

import io.migrator.exporter.connector.jdbc.DialectConnectors;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The statements for Oracle, run by H2 in the mode in which it takes them; the real server was never asked. */
class OracleDialectTest extends ConnectorContract {

    private static final String URL = "jdbc:h2:mem:oracle;MODE=Oracle;DB_CLOSE_DELAY=-1";

    @BeforeAll
    void fill() throws SQLException {
        PeopleTable.create(URL, "sa", "secret", "timestamp", "boolean");
    }

    /** A date has a time of day. */
    @Override
    List<Object> expected(Person person) {
        List<Object> values = new ArrayList<>(super.expected(person));
        values.set(5, person.born().atStartOfDay());
        return values;
    }

    @Override
    Connector open(ConnectionSettings settings) {
        return DialectConnectors.open("ORACLE", settings);
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

package io.migrator.exporter.connector;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectorTest extends ConnectorContract {

    @TempDir
    static Path directory;

    private static String url() {
        return "jdbc:sqlite:" + directory.resolve("people.db");
    }

    @BeforeAll
    void fill() throws SQLException {
        PeopleTable.create(url(), "", "", "timestamp", "boolean");
    }

    @Override
    ConnectionSettings settings() {
        return settings(url(), "", "");
    }

    @Override
    Optional<ConnectionSettings> withWrongPassword() {
        return Optional.empty();
    }

    /** It knows neither dates nor truths: texts and numbers stand for them, which the mapping understands. */
    @Override
    List<Object> expected(Person person) {
        List<Object> values = new ArrayList<>(super.expected(person));
        values.set(5, person.born().toString());
        values.set(6, person.changed().toString());
        values.set(7, person.isActive() ? 1L : 0L);
        return values;
    }
}

package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbConnectorTest extends ConnectorContract {

    @TempDir
    static Path directory;

    private static String url() {
        return "jdbc:duckdb:" + directory.resolve("people.duckdb");
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

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv"})
    void filesAreReadThroughIt(String form) throws SQLException {
        Path file = directory.resolve("people." + form);
        // as the connector opens it: the database is in this process, and has one form for all its connections
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        try (Connection connection = DriverManager.getConnection(url(), properties);
                Statement statement = connection.createStatement()) {
            statement.execute("copy people to '" + file + "' (format " + form + ")");
        }
        Extract extract = new Extract(
                "PEOPLE",
                null,
                "select * from read_" + form + "('" + file + "')",
                "branch = 'north'",
                List.of("id"),
                null,
                List.of("id", "name", "born"),
                Optional.empty());
        List<List<Object>> rows = new ArrayList<>();
        try (Connector connector = Connectors.open(settings("jdbc:duckdb:", "", ""));
                Reading reading = connector.begin(1)) {
            for (Block block : connector.plan(extract, 30)) {
                reading.read(extract, block, row -> rows.add(List.of(row)));
            }
        }
        assertThat(rows)
                .containsExactlyElementsOf(ALL.stream()
                        .filter(person -> person.branch().equals("north"))
                        .map(person -> List.<Object>of(person.id(), person.name(), person.born()))
                        .toList());
    }
}

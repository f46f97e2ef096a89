package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbConnectorTest extends ConnectorContract {

    private String url = "";

    @BeforeAll
    void fill() throws SQLException {
        url = MariaDbServer.get().newDatabase();
        PeopleTable.create(url, MariaDbServer.USER, MariaDbServer.PASSWORD, "datetime", "boolean");
    }

    @Override
    ConnectionSettings settings() {
        return settings(url, MariaDbServer.USER, MariaDbServer.PASSWORD);
    }

    @Override
    Optional<ConnectionSettings> withWrongPassword() {
        return Optional.of(settings(url, MariaDbServer.USER, "guessed-wrongly"));
    }

    /** Keys that the column's collation takes for equal, or orders otherwise than their bytes, are in one block each and in one only. */
    @Test
    void theColumnsOwnOrderIsFollowed() throws Exception {
        List<String> codes = List.of("a", "A", "ä", "B", "b", "Z", "_", "z ", "ß", "é", "E", "株", "O'Neil", "o'neil");
        try (Connection connection = DriverManager.getConnection(url, MariaDbServer.USER, MariaDbServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create table code (code varchar(20), no int, primary key (code, no))");
            for (int n = 0; n < codes.size(); n++) {
                statement.execute("insert into code values ('" + codes.get(n).replace("'", "''") + "', " + n + ")");
            }
        }
        for (List<String> key : List.of(List.of("code"), List.of("code", "no"))) {
            Extract extract = new Extract("X", "code", null, "", key, null, List.of("no"), Optional.empty());
            List<Object> rows = new ArrayList<>();
            try (Connector connector = Connectors.open(settings());
                    Reading reading = connector.begin(1)) {
                for (Block block : connector.plan(extract, 2)) {
                    reading.read(extract, block, row -> rows.add(row[0]));
                }
            }
            assertThat(rows).as("by %s", key).hasSize(codes.size()).doesNotHaveDuplicates();
        }
    }

    @Test
    void readersSeeOneMoment() throws Exception {
        Extract extract = people(List.of("id"));
        try (Connector connector = Connectors.open(settings());
                Reading reading = connector.begin(2);
                Connection connection = DriverManager.getConnection(url, MariaDbServer.USER, MariaDbServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            assertThat(reading.consistency()).isEqualTo(Reading.Consistency.SNAPSHOT);
            statement.execute(
                    "insert into people select 1000000, branch, name, mail, balance, born, '2020-01-01', active"
                            + " from people where id = 3");
            List<Object> rows = new ArrayList<>();
            reading.read(extract, new Block(1, List.of(), List.of(), PEOPLE), row -> rows.add(row[0]));
            statement.execute("delete from people where id = 1000000");
            assertThat(rows).hasSize(PEOPLE);
        }
    }

    /** A small number may be a code. */
    @Override
    List<Object> expected(Person person) {
        List<Object> values = new ArrayList<>(super.expected(person));
        values.set(7, person.isActive() ? 1L : 0L);
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "marks"})
    void aKeyThatIsOrderedByPlaceIsRefused(String key) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, MariaDbServer.USER, MariaDbServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create or replace table placed (state enum('z', 'm', 'a'), marks set('z', 'a'))");
        }
        Extract extract = new Extract("X", "placed", null, "", List.of(key), null, List.of(key), Optional.empty());
        try (Connector connector = Connectors.open(settings())) {
            assertThatThrownBy(() -> connector.columns(extract))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("placed: " + key + " is of type");
        }
    }
}

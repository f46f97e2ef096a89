package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.embedded.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void tablesOfEveryKindAreListedAndPartitionsWithTheirWholeOnly() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table whole (id bigint) partition by range (id)");
            statement.execute("create table part partition of whole for values from (0) to (10)");
            statement.execute("insert into whole values (1), (2)");
            statement.execute("create materialized view kept as select * from whole");
        }
        try (Connector connector = Connectors.open(settings())) {
            assertThat(connector.discover())
                    .filteredOn(table -> table.rows() == 2)
                    .extracting(Table::name)
                    .containsExactlyInAnyOrder("public.whole", "public.kept");
        }
    }
}

package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.embedded.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

    /** Only the parent's own rows keep its word. */
    @Test
    void aKeyThatIsSaidToBeThereIsLookedForAllTheSame() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table parent (id bigint not null no inherit)");
            statement.execute("create table child () inherits (parent)");
            statement.execute("insert into parent values (1), (2)");
            statement.execute("insert into child values (null), (3)");
        }
        Extract extract = new Extract("X", "parent", null, "", List.of("id"), null, List.of("id"), Optional.empty());
        try (Connector connector = Connectors.open(settings())) {
            assertThatThrownBy(() -> connector.plan(extract, 2))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("parent has 1 rows without a key (id is NULL); name another key, or leave them out by"
                            + " a filter");
        }
    }

    /** Nothing but its wrapper knows where its rows are, and this one's wrapper cannot fetch them. */
    @Test
    void aForeignTableIsListedEvenIfItCannotBeRead() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create foreign data wrapper nobody");
            statement.execute("create server elsewhere foreign data wrapper nobody");
            statement.execute("create foreign table far (id bigint) server elsewhere");
        }
        try (Connector connector = Connectors.open(settings())) {
            assertThat(connector.discover())
                    .filteredOn(table -> table.name().equals("public.far"))
                    .singleElement()
                    .satisfies(table -> assertThat(table.rows()).isEqualTo(-1));
        }
    }
}

package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are files: a library makes one where there is none, which is not what somebody means who has mistyped a path. */
class WrongFilesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:%s/none.db",
                "jdbc:sqlite:file:%s/none.db",
                "jdbc:duckdb:%s/none.duckdb",
                "jdbc:h2:file:%s/none"
            })
    void whatIsNotThereIsToldAndNotMade(String url) {
        try (Connector connector = Connectors.open(ConnectorContract.settings(url.formatted(directory), "", ""))) {
            assertThatThrownBy(connector::check)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining(directory + "/none");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aViewThatCannotBeReadHidesNothingElse() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("crm.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table client (id integer primary key)");
            statement.execute("create view broken as select * from gone");
        }
        try (Connector connector = Connectors.open(ConnectorContract.settings(url, "", ""))) {
            assertThat(connector.discover())
                    .extracting(Table::name, Table::rows)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("client", 0L),
                            org.assertj.core.groups.Tuple.tuple("broken", -1L));
        }
    }
}

package io.migrator.exporter.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that the exporter does, nor a query that somebody writes, changes a file that it reads. */
class ReadOnlyFilesTest {

    @TempDir
    Path directory;

    private static JdbcConnector connector(String url) {
        return new JdbcConnector(
                new ConnectionSettings(url, "", "", ZoneOffset.UTC, 100),
                Dialect.of(url).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"jdbc:sqlite:", "jdbc:sqlite:file:", "jdbc:duckdb:"})
    void aFileIsNotWrittenTo(String prefix) throws SQLException {
        String url = prefix + directory.resolve("crm.db");
        try (Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute("create table client (id integer)");
        }
        try (JdbcConnector connector = connector(url);
                Connection connection = connector.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("insert into client values (1)"))
                    .isInstanceOf(SQLException.class);
            assertThat(connector.discover()).extracting(Table::rows).containsExactly(0L);
        }
    }

    /** What is in the log beside the file is read, whether its writer is still there or not. */
    @Test
    void aFileWithALogBesideItIsRead() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("crm.db");
        try (JdbcConnector connector = connector(url)) {
            try (Connection owner = DriverManager.getConnection(url);
                    Statement statement = owner.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("create table client (id integer)");
                statement.execute("insert into client values (1)");
                assertThat(connector.discover()).extracting(Table::rows).containsExactly(1L);
            }
            assertThat(connector.discover()).extracting(Table::rows).containsExactly(1L);
        }
    }
}

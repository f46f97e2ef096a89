package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What databases allow and what would have rows passed over, read twice, or read from another table. */
class SourceTrapsTest {

    @TempDir
    Path directory;

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Extract extract(String table, String key, @Nullable String changed) {
        return new Extract("X", table, null, "", List.of(key), changed, List.of(key), Optional.empty());
    }

    private static List<Object> read(String url, Extract extract) {
        List<Object> rows = new ArrayList<>();
        try (Connector connector = Connectors.open(ConnectorContract.settings(url, "", ""));
                Reading reading = connector.begin(1)) {
            for (Block block : connector.plan(extract, 2)) {
                reading.read(extract, block, row -> rows.addAll(Arrays.asList(row)));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "truth", "bytes"})
    void aKeyWhoseOrderIsNoGuideIsRefusedBeforeARowIsRead(String key) throws SQLException {
        String url = "jdbc:duckdb:" + directory.resolve("traps.duckdb");
        execute(
                url,
                "create type state as enum ('z', 'm', 'a')",
                "create table client (state state, truth boolean, bytes blob)");
        try (Connector connector = Connectors.open(ConnectorContract.settings(url, "", ""))) {
            assertThatThrownBy(() -> connector.columns(extract("client", key, null)))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("client: " + key + " is of type")
                    .hasMessageContaining("name another column");
        }
    }

    @Test
    void aComputedDecimalPassesNoChangeOver() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("crm.db");
        execute(
                url,
                "create table client (id integer, cents integer)",
                "insert into client values (1, 149), (2, 150), (3, 151)",
                "create view priced as select id, cents / 100.0 as price from client");
        Extract all = extract("priced", "id", "price");
        assertThat(read(url, all.since(KeyValue.of(new java.math.BigDecimal("1.5")))))
                .containsExactly(2L, 3L);
    }

    @Test
    void tablesThatDifferInCapitalLettersAreNotMixedUp() throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("crm");
        execute(
                url,
                "create table CLIENT (id bigint)",
                "insert into CLIENT values (1)",
                "create table \"client\" (id bigint)",
                "insert into \"client\" values (2)");
        assertThat(read(url, extract("PUBLIC.client", "id", null))).containsExactly(2L);
        assertThat(read(url, extract("CLIENT", "id", null))).containsExactly(1L);
        assertThatThrownBy(() -> read(url, extract("public.Client", "id", null)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("several tables public.Client");
    }

    @Test
    void aFileThatSomebodyWritesToIsTriedAgain() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("crm.db");
        execute(url, "create table client (id integer)");
        try (Connection writer = DriverManager.getConnection(url);
                Statement statement = writer.createStatement()) {
            statement.execute("begin exclusive");
            assertThatThrownBy(() -> read(url + "?busy_timeout=50", extract("client", "id", null)))
                    .isInstanceOfSatisfying(SourceException.class, fault -> assertThat(fault.isPassing())
                            .isTrue());
        }
    }

    @Test
    void emptyLinesAreNoRowsAndLinesWithinQuotesStay() throws IOException {
        Files.writeString(directory.resolve("client.csv"), "id\r\n1\r\n\r\n\"2\r\n\r\n2\"\r\n3\r\n\r\n");
        assertThat(read("folder:" + directory, extract("client", "id", null))).containsExactly("1", "2\r\n\r\n2", "3");
    }

    @Test
    void aFileThatCannotBeReadHidesNoOther() throws IOException {
        Files.write(directory.resolve("bad.csv"), "id\r\nZoë\r\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(directory.resolve("good.csv"), "id\r\n1\r\n");
        try (Connector connector = Connectors.open(ConnectorContract.settings("folder:" + directory, "", ""))) {
            assertThat(connector.discover()).extracting(Table::rows).containsExactly(-1L, 1L);
        }
    }
}

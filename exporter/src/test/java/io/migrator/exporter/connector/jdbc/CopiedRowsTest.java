package io.migrator.exporter.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.embedded.TestServers;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiedRowsTest {

    private final String url = TestServers.newDatabase();

    @Test
    void valuesAreThoseOfAResultSet() throws SQLException {
        execute(url, """
                create table odd (id int primary key, words text, padded char(5), of_id uuid, large numeric, amount numeric(12, 2),
                    number float8, whole bigint, truth bool, day date, moment timestamp, instant timestamptz);
                insert into odd values
                    (1, 'plain', 'a', '00000000-0000-0000-0000-0000000000ff', 12345678901234567890, 12.50, 0.1, -42, true,
                        '2024-02-29', '2024-02-29 23:59:59', '2024-02-29 23:59:59+00'),
                    (2, E'tab\\t line\\r\\n back\\\\slash \\\\N \\b\\f\\v', '', null, -0.000001, -100, 1e300, 9223372036854775807, false,
                        '0044-03-15 BC', '0044-03-15 12:00:00 BC', '0044-03-15 12:00:00+00 BC'),
                    (3, E'\\\\N', null, null, 1000, 0, -0.5, 0, null, 'infinity', 'infinity', '-infinity'),
                    (4, '', '株', null, 1e30, 0.01, 3, -9223372036854775808, true,
                        '12024-01-31', '12024-01-31 00:00:00.123456', '1850-01-01 00:00:00.5+00'),
                    (5, 'Zoë "株式会社", O''Neil', 'x', null, 100.000, null, 7, 7, true, '-infinity', '-infinity', 'infinity'),
                    (7, '-', '-', null, 999999999999999999, -0.10, -1e-7, 1000000000000000000, true, '0001-01-01', '0001-01-01 00:00:00',
                        '9999-12-31 23:59:59.999999+00'),
                    (8, '1', '1', null, 0.100000000000000005, 0.00, 12345.678, -999999999999999999, true, '1582-10-15',
                        '1582-10-15 01:02:03.4', '1582-10-15 01:02:03.4+00'),
                    (6, null, null, null, null, null, null, null, null, null, null, null)
                """);
        for (String zone : List.of("UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Amsterdam")) {
            try (Connection connection = DriverManager.getConnection(url)) {
                execute(connection, "set timezone to '" + zone + "'");
                Extract extract = extract(
                        "odd", "id", "words", "padded", "of_id", "large", "amount", "number", "whole", "truth", "day",
                        "moment", "instant");
                Resolved resolved = Resolved.of(Dialect.POSTGRESQL, connection, extract);
                assertThat(CopiedRows.serve(Dialect.POSTGRESQL, resolved.columns()))
                        .isTrue();
                List<List<@Nullable Object>> copied = new ArrayList<>();
                CopiedRows.read(connection, resolved, whole(), row -> copied.add(Arrays.asList(row.clone())));

                assertThat(copied).as(zone).hasSize(8).isEqualTo(ofResultSet(connection, resolved));
            }
        }
    }

    private static List<List<@Nullable Object>> ofResultSet(Connection connection, Resolved resolved)
            throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(resolved.selects().rows(whole()).sql())) {
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (SourceColumn column : resolved.columns()) {
                    row.add(Values.read(Dialect.POSTGRESQL, result, row.size() + 1, column.kind()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void whatIsNoNumberIsAText() throws SQLException {
        execute(
                url,
                "create table number (id int primary key, n numeric); insert into number values (1, 'NaN'), (2, '-Infinity')");

        assertThat(read(url, extract("number", "id", "n"), 100)).containsExactly("NaN", "-Infinity");
    }

    @Test
    void columnsThatCopyWritesInAnotherWayAreReadAsResultSets() throws SQLException {
        execute(
                url,
                "create table other (id int primary key, b bit(1)); insert into other values (1, B'1'), (2, B'0')");

        assertThat(read(url, extract("other", "id", "b"), 100)).containsExactly(true, false);
    }

    @Test
    void aBoundMayHoldAnything() throws SQLException {
        String[] keys = {"", " ", "'", "''", "\\", "\\'", "a", "E'\\n'", "?", "$1", "\n", "株"};
        execute(url, "create table texts (key text primary key)");
        try (Connection connection = DriverManager.getConnection(url);
                var insert = connection.prepareStatement("insert into texts values (?)")) {
            for (String key : keys) {
                insert.setString(1, key);
                insert.execute();
            }
        }

        assertThat(read(url, extract("texts", "key", "key"), 1)).containsExactlyInAnyOrder((Object[]) keys);
    }

    @Test
    void whatIsInNoEncodingIsToldWithItsBlock() throws SQLException {
        execute(url, "create database bytes template template0 encoding 'SQL_ASCII' locale 'C'");
        String bytes = url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]+", "$1bytes");
        execute(
                bytes,
                "create table client (id int primary key, name text); insert into client values (1, 'a'), (2, E'\\xE9')");

        assertThatThrownBy(() -> read(bytes, extract("client", "id", "name"), 100))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("block 1 of client")
                .hasMessageContaining("encoding");
    }

    @Test
    void aBlockThatNobodyTakesAnyMoreLeavesTheReadingAsItWas() throws SQLException {
        execute(
                url,
                "create table many (id int primary key, n int); insert into many select i, i from generate_series(1, 100000) i");
        Extract extract = extract("many", "id", "n");
        try (JdbcConnector connector = connector(url);
                Reading reading = connector.begin(1)) {
            execute(url, "delete from many where id > 10");
            assertThatThrownBy(() -> reading.read(extract, whole(), row -> {
                        throw new IllegalStateException("full");
                    }))
                    .hasMessage("full");

            List<@Nullable Object> rows = new ArrayList<>();
            reading.read(extract, whole(), row -> rows.add(row[0]));
            assertThat(rows).hasSize(100_000); // the moment is the same
        }
    }

    private static List<@Nullable Object> read(String url, Extract extract, int rowsPerBlock) {
        try (JdbcConnector connector = connector(url);
                Reading reading = connector.begin(1)) {
            List<@Nullable Object> last = new ArrayList<>();
            for (Block block : connector.plan(extract, rowsPerBlock)) {
                reading.read(extract, block, row -> last.add(row[row.length - 1]));
            }
            return last;
        }
    }

    private static JdbcConnector connector(String url) {
        return new JdbcConnector(new ConnectionSettings(url, "", "", ZoneOffset.UTC, 100), Dialect.POSTGRESQL);
    }

    private static Extract extract(String table, String key, String... others) {
        List<String> columns =
                Stream.concat(Stream.of(key), Stream.of(others)).distinct().toList();
        return new Extract("X", table, null, "", List.of(key), null, columns, Optional.empty());
    }

    private static Block whole() {
        return new Block(1, List.of(), List.of(), 0);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.migrator.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.migrator.embedded.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class CopyBytesTest {

    private static final String STATEMENT = "copy copied (number, words, numbers, texts) from stdin (format binary)";

    private static JdbcTemplate database() throws SQLException {
        Connection connection = DriverManager.getConnection(TestServers.newDatabase());
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("create table copied (number integer primary key, words text, numbers integer[], texts text[])");
        return jdbc;
    }

    @Test
    void what_is_copied_is_what_is_read() throws SQLException {
        JdbcTemplate jdbc = database();
        byte[] words = "…\t\\N \"Zoë\"\n…".getBytes(StandardCharsets.UTF_8);
        List<@Nullable String> texts = new ArrayList<>(List.of("", "NULL", "{a,\"b\"}", "é".repeat(5000)));
        texts.add(null);
        CopyBytes copy = new CopyBytes()
                .row(4)
                .integer(-7)
                .text(words, 3, words.length - 6)
                .integers(new int[] {Integer.MIN_VALUE, 0, 258})
                .texts(texts)
                .row(4)
                .integer(65_537)
                .text(words, 0, -1)
                .integers(IntStream.range(0, 3000).toArray())
                .texts(List.of());
        copy.send(jdbc, STATEMENT);

        assertThat(jdbc.queryForObject("select words from copied where number = -7", String.class))
                .isEqualTo("\t\\N \"Zoë\"\n");
        Integer[] numbers = jdbc.queryForObject("select numbers from copied where number = -7", (row, i) ->
                (Integer[]) row.getArray(1).getArray());
        assertThat(numbers).containsExactly(Integer.MIN_VALUE, 0, 258);
        String[] copied = jdbc.queryForObject("select texts from copied where number = -7", (row, i) ->
                (String[]) row.getArray(1).getArray());
        assertThat(copied).containsExactly(texts.toArray(String[]::new));
        assertThat(jdbc.queryForMap("select words, cardinality(numbers) as numbers, cardinality(texts) as texts"
                        + " from copied where number = 65537"))
                .containsEntry("words", null)
                .containsEntry("numbers", 3000)
                .containsEntry("texts", 0);
    }

    @Test
    void a_copy_that_is_refused_leaves_the_connection_usable() throws SQLException {
        JdbcTemplate jdbc = database();
        jdbc.update("insert into copied (number) values (1)");
        CopyBytes copy = new CopyBytes()
                .row(4)
                .integer(1)
                .text(new byte[0], 0, 0)
                .integers(new int[0])
                .texts(List.of());
        assertThat(catchThrowable(() -> copy.send(jdbc, STATEMENT))).isInstanceOf(DataAccessException.class);
        assertThat(jdbc.queryForObject("select count(*) from copied", Integer.class))
                .isEqualTo(1);
    }
}

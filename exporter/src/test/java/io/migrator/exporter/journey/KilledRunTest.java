package io.migrator.exporter.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.embedded.TestServers;
import io.migrator.exporter.command.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exporter as a process of its own, killed by {@code kill -9} at moments that a seed chooses, and run again each time.
 * {@code -Dexport.kills=10} kills it more often, {@code -Dexport.seed=N} at other moments.
 */
class KilledRunTest {

    private static final int KILLS = Integer.getInteger("export.kills", 3);
    private static final long SEED = Long.getLong("export.seed", 1);
    private static final int BLOCK = 200;
    private static final int BLOCKS = 12 + 6 * KILLS;
    private static final int CUSTOMERS = BLOCK * BLOCKS;
    /** With the last one, which has no end and is empty here. */
    private static final int ALL_BLOCKS = BLOCKS + 1;

    private static final int WORKERS = 2;
    private static final String USER = "bob";
    /** Of what a killed process tells before it is killed: more than it comes to in a run that is not. */
    private static final int MOST_LINES = 8;

    private final RunningService service = RunningService.get();
    private final String source = TestServers.newDatabase();
    private final Random random = new Random(SEED);

    @TempDir
    Path directory;

    /** What a process has told, line by line. */
    private record Told(int exitCode, List<JsonNode> lines, List<String> others) {

        List<Integer> exportedBlocks() {
            return lines.stream()
                    .filter(line -> line.path("event").asText().equals("exported"))
                    .map(line -> line.path("block").asInt())
                    .toList();
        }
    }

    @Test
    void nothingIsMissingNothingIsTwiceAndFinishedBlocksAreNotReadAgain() throws Exception {
        fillTheSource();
        Path file = describe();
        List<Told> killed = new ArrayList<>();
        for (int n = 0; n < KILLS; n++) {
            Told told = run(file, 1 + random.nextInt(MOST_LINES));
            assertThat(told.exitCode()).as("kill %d: %s", n + 1, told.others()).isEqualTo(137);
            killed.add(told);
        }
        Told last = run(file, Integer.MAX_VALUE);
        assertThat(last.exitCode()).as(() -> String.join("\n", last.others())).isZero();

        killed.add(last);
        Map<Integer, Long> finished = killed.stream()
                .flatMap(told -> told.exportedBlocks().stream())
                .collect(Collectors.groupingBy(block -> block, Collectors.counting()));
        assertThat(finished.values()).as("how often a block was finished").containsOnly(1L);
        assertThat(rowsReadAtTheSource())
                .as(
                        "rows that the database has given out: counted and parted once, read once, what was under way when a process died, and one at a bound")
                .isLessThanOrEqualTo(3L * CUSTOMERS + (long) KILLS * WORKERS * BLOCK + BLOCKS);

        assertThat(last.others()).anySatisfy(line -> assertThat(line.strip().split("\\s+"))
                .startsWith("CUSTOMER_DETAILS", ALL_BLOCKS + "/" + ALL_BLOCKS)
                .contains(String.format("%,d", CUSTOMERS)));
        assertThat(service.target()
                        .queryForObject(
                                "select count(distinct external_id) from crm.customers where tenant = ?",
                                Integer.class,
                                RunningService.tenantOf(USER)))
                .isEqualTo(CUSTOMERS);
        assertThat(service.target()
                        .queryForObject(
                                "select sum(row_count) from file_uploads where tenant = ?",
                                Integer.class,
                                RunningService.tenantOf(USER)))
                .as("rows that the service has taken in")
                .isEqualTo(CUSTOMERS);
    }

    private void fillTheSource() throws SQLException {
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("create table client (id int primary key, first text, last text, born date, mail text)");
            statement.execute(
                    "insert into client select n, 'Ada', 'Byron', date '1980-02-29', 'killed' || n || '@example.org'"
                            + " from generate_series(1, " + CUSTOMERS + ") n");
            statement.execute("analyze client");
            // so that what is read is what is asked for, also of a table that is small
            statement.execute(
                    "do $$ begin execute 'alter database ' || current_database() || ' set enable_seqscan = off'; end $$");
        }
    }

    private long rowsReadAtTheSource() throws SQLException {
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = 'client'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private Path describe() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), USER + "\n");
        return Files.writeString(directory.resolve("killed.yaml"), """
                source: killed
                connection:
                  url: %s
                service:
                  url: %s
                  user: %s
                  password: ${file:%s}
                types:
                  CUSTOMER_DETAILS:
                    table: client
                    key: id
                    columns:
                      EXTERNAL_ID: {from: mail, then: [split: {by: '@', part: 1}]}
                      FIRST_NAME: first
                      LAST_NAME: last
                      DATE_OF_BIRTH: born
                      EMAIL: mail
                      ACCOUNT_STATUS: {constant: ACTIVE}
                """.formatted(source, service.url(), USER, secret));
    }

    /** Runs the exporter and kills it when it has told so many lines, a moment after. */
    private Told run(Path file, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=exporter-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        file.toString(),
                        "--store",
                        directory.resolve("store").toString(),
                        "--workers",
                        Integer.toString(WORKERS),
                        "--rows-per-block",
                        Integer.toString(BLOCK),
                        "--rows-per-part",
                        "100",
                        "--migrate")
                .redirectErrorStream(true)
                .start();
        List<JsonNode> told = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("{")) {
                    told.add(new ObjectMapper().readTree(line));
                } else {
                    others.add(line);
                }
                if (told.size() == lines) {
                    process.waitFor(random.nextInt(200), java.util.concurrent.TimeUnit.MILLISECONDS);
                    process.toHandle().destroyForcibly(); // what it has told until then can still be read
                }
            }
        }
        return new Told(process.waitFor(), told, others);
    }
}

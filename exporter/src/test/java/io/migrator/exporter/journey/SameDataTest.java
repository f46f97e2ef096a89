package io.migrator.exporter.journey;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.migrator.embedded.TestServers;
import io.migrator.exporter.command.CommandLines;
import io.migrator.exporter.connector.MariaDbServer;
import io.migrator.exporter.legacy.Description;
import io.migrator.exporter.legacy.LegacyData;
import io.migrator.exporter.legacy.LegacySource;
import io.migrator.exporter.legacy.MongoSource;
import io.migrator.exporter.legacy.SqlSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * The same customers in five databases, in each kept in another way, are the same files for the service.
 * {@code -Dexport.customers=100000} makes more of them.
 */
class SameDataTest {

    private static final int CUSTOMERS = Integer.getInteger("export.customers", 1_200);
    private static final List<String> TYPES =
            List.of("CUSTOMER_DETAILS", "CUSTOMER_NOTES", "COMMUNICATION_PREFERENCES");
    private static final List<LegacyData.Table> TABLES = new LegacyData(CUSTOMERS).tables();
    private static final MongoServer MONGO = new MongoServer(new MemoryBackend());
    private static final Map<String, LegacySource> SOURCES = new LinkedHashMap<>();

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    @BeforeAll
    static void fill() throws SQLException {
        List<LegacySource> sources = List.of(
                new SqlSource("postgresql", TestServers.newDatabase(), "", "", SqlSource.Forms.TYPED, false),
                new SqlSource(
                        "mariadb",
                        MariaDbServer.get().newDatabase(),
                        MariaDbServer.USER,
                        MariaDbServer.PASSWORD,
                        SqlSource.Forms.SHOWN,
                        false),
                new SqlSource(
                        "sqlite", "jdbc:sqlite:" + shared.resolve("legacy.db"), "", "", SqlSource.Forms.PLAIN, true),
                new SqlSource(
                        "h2", "jdbc:h2:mem:legacy;DB_CLOSE_DELAY=-1", "sa", "secret", SqlSource.Forms.TYPED, true),
                new MongoSource("mongodb", MONGO.bindAndGetConnectionString()));
        for (LegacySource source : sources) {
            source.fill(TABLES);
            SOURCES.put(source.name(), source);
        }
    }

    @AfterAll
    static void stop() {
        MONGO.shutdownNow();
    }

    @Test
    void theFilesAreByteForByteTheSame() throws Exception {
        Map<String, String> first = new TreeMap<>();
        for (LegacySource source : SOURCES.values()) {
            Map<String, String> files = Collections.synchronizedMap(new TreeMap<>());
            try (StandInService service = new StandInService()) {
                service.uploads((exchange, number, csv) -> {
                    files.put(exchange.getRequestURI().getQuery(), csv);
                    service.accept(exchange, number, csv);
                });
                String told = run(source, service.url(), "ann");
                assertThat(figures(told)).as(told).allSatisfy((type, figures) -> assertThat(figures)
                        .containsExactly(all(), "0", "0", all(), "0", all(), "0", "0"));
            }
            if (first.isEmpty()) {
                first.putAll(files);
            }
            assertThat(files.keySet()).as(source.name()).isEqualTo(first.keySet());
            files.forEach((name, csv) -> assertThat(csv.equals(first.get(name)))
                    .as(source.name() + " " + name)
                    .isTrue());
        }
        assertThat(first).hasSizeGreaterThanOrEqualTo(2 * TYPES.size());
        assertThat(first.values().stream().mapToLong(csv -> csv.lines().count()).sum())
                .isGreaterThan((long) TYPES.size() * CUSTOMERS);
    }

    @ParameterizedTest
    @CsvSource({"postgresql, cid", "mariadb, dee", "mongodb, eve"})
    void everyCountBalancesToTheTarget(String name, String user) throws Exception {
        RunningService service = RunningService.get();

        String told = run(SOURCES.get(name), service.url(), user, "--migrate");

        assertThat(figures(told)).as(told).hasSize(TYPES.size()).allSatisfy((type, figures) -> assertThat(figures)
                .containsExactly(all(), "0", "0", all(), "0", all(), all(), "0"));
        for (String table : List.of("customers", "customer_notes", "communication_preferences")) {
            assertThat(service.target()
                            .queryForObject(
                                    "select count(distinct external_id) from crm." + table + " where tenant = ?",
                                    Integer.class,
                                    RunningService.tenantOf(user)))
                    .as(table)
                    .isEqualTo(CUSTOMERS);
        }
    }

    private static String all() {
        return String.format("%,d", CUSTOMERS);
    }

    /** By type, what stands behind the number of blocks. */
    private static Map<String, List<String>> figures(String told) {
        return told.lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(words -> TYPES.contains(words.get(0)))
                .collect(Collectors.toMap(words -> words.get(0), words -> words.subList(2, words.size())));
    }

    private String run(LegacySource source, String serviceUrl, String user, String... more) throws IOException {
        Path sourcePassword =
                Files.writeString(directory.resolve("source"), source instanceof SqlSource sql ? sql.password() : "");
        Path servicePassword = Files.writeString(directory.resolve("service"), user);
        Path file = Files.writeString(
                directory.resolve(source.name() + ".yaml"),
                new Description(source, TABLES).text(sourcePassword, serviceUrl, user, servicePassword));
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                file.toString(),
                "--store",
                directory.resolve("store").toString(),
                "--workers",
                "2",
                "--rows-per-block",
                Integer.toString(CUSTOMERS / 2 + 7)));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = CommandLines.main();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(arguments.toArray(String[]::new)))
                .as(() -> source.name() + ": " + err + out)
                .isZero();
        return out.toString();
    }
}

package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.embedded.FreePort;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service is killed in the middle of a migration and started again on the same data: nothing is lost and nothing doubled. */
class KillJourneyTest {

    private static final int ROWS = 20_000;
    /** Small, so that there is a middle to be killed in. */
    private static final String WINDOW = "--migrator.window-rows=2000";

    @TempDir
    Path directory;

    private final int port = FreePort.find();

    @Test
    void aMigrationThatWasCutOffTwiceEndsWithOneOutcomeForEachRow() throws Exception {
        String id;
        try (ServiceProcess service = start()) {
            id = service.admin().upload(CustomerFiles.of(ROWS, n -> CustomerFiles.row("kill-", n)), "kill.csv");
            service.admin().start(id);
            killInTheMiddle(service, id, 1);
        }
        try (ServiceProcess service = start()) {
            int settled = settled(service.admin().upload(id));
            try (Socket sender = service.beginUpload(CustomerFiles.of(100, n -> CustomerFiles.row("begun-", n)))) {
                await().atMost(Duration.ofSeconds(30)).until(() -> spooled() > 0);
                killInTheMiddle(service, id, settled + 1);
                assertThat(sender.isConnected()).isTrue();
            }
            assertThat(spooled()).as("the file was on its way in").isPositive();
        }
        try (ServiceProcess service = start()) {
            assertThat(spooled()).as("bytes left by the killed process").isZero();
            JsonNode upload = service.admin().awaitStatus(id, "MIGRATE_FILE_COMPLETE");

            assertThat(upload.path("counts").path("success").asInt()).isEqualTo(ROWS);
            assertThat(upload.path("attempt").asInt()).isEqualTo(1);
            // the download waits for the rows' read model, which is looked into below
            assertThat(CsvLines.records(service.admin().download(id, "success")))
                    .hasSize(ROWS + 1);
            JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(service.database()));
            Map<String, String> targetIds = targetEqualsTheFile(jdbc);
            everyRowHasItsOneOutcome(jdbc, targetIds);
            assertThat(service.endsInOrder()).isTrue();
        }
    }

    /** Bytes in the spool folder. */
    private long spooled() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("data/spool"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private ServiceProcess start() throws Exception {
        return ServiceProcess.start(directory.resolve("data"), port, WINDOW);
    }

    private static void killInTheMiddle(ServiceProcess service, String id, int after) throws Exception {
        Operator admin = service.admin();
        JsonNode[] seen = new JsonNode[1];
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    seen[0] = admin.upload(id);
                    return settled(seen[0]) >= after;
                });
        service.kill();
        assertThat(seen[0].path("status").asText())
                .as("the kill came in the middle: %s", seen[0].path("counts"))
                .isEqualTo("MIGRATE_FILE_INPROGRESS");
    }

    private static int settled(JsonNode upload) {
        JsonNode counts = upload.path("counts");
        return counts.path("success").asInt() + counts.path("error").asInt();
    }

    /** The target's id of each customer by its key. */
    private static Map<String, String> targetEqualsTheFile(JdbcTemplate jdbc) {
        Map<String, String> ids = new HashMap<>();
        Map<String, List<Object>> stored = new HashMap<>();
        jdbc.query(
                "SELECT id, external_id, first_name, last_name, email, address_line_1, weekly_spend_limit_cents"
                        + " FROM crm.customers",
                row -> {
                    ids.put(row.getString(2), row.getString(1));
                    stored.put(
                            row.getString(2),
                            List.of(
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getLong(7)));
                });
        assertThat(stored).hasSize(ROWS);
        IntStream.rangeClosed(1, ROWS).forEach(n -> assertThat(stored.get("kill-" + n))
                .containsExactly(
                        "Zoë", "Ng\u0169gĩ, " + n, "kill-" + n + "@example.org", "1 High St\r\nUnit " + n, (long) n));
        assertThat(jdbc.queryForObject("SELECT count(*) FROM crm.customers", Integer.class))
                .isEqualTo(ROWS);
        return ids;
    }

    private static void everyRowHasItsOneOutcome(JdbcTemplate jdbc, Map<String, String> targetIds) {
        List<Map<String, Object>> rows = jdbc.queryForList("SELECT r.row_no, s.name AS status, r.assigned_id, r.crn,"
                + " r.error FROM csv_row_results r JOIN csv_row_status s ON s.id = r.status_id");
        assertThat(rows).hasSize(ROWS).allSatisfy(row -> assertThat(row)
                .containsEntry("status", "MIGRATE_ROW_SUCCESS")
                .containsEntry("assigned_id", targetIds.get("kill-" + row.get("row_no")))
                .containsEntry("error", null)
                .doesNotContainEntry("crn", null));
        assertThat(rows.stream().map(row -> row.get("crn")).distinct()).hasSize(ROWS);
    }
}

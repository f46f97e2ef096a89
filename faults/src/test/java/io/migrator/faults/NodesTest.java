package io.migrator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.JavaProgram;
import io.migrator.faults.installation.Pause;
import io.migrator.faults.scenario.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Two nodes on one database and one broker. */
class NodesTest {

    /** A claim is lost ten seconds after its last renewal, and looked for every few seconds. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);
    /** After an outage, which other tests make, a processor may pause for a minute before it tries again. */
    private static final Duration CLAIMED_AGAIN_WITHIN = Duration.ofMinutes(2);
    /** Well below the half minute for which the server would wait for an open stream. */
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private final TwoNodes nodes = TwoNodes.get();
    private final Installation installation = nodes.installation();
    private final Api api = nodes.api();

    @Test
    void theWorkOfAKilledNodeIsTakenOver() throws SQLException {
        await().atMost(CLAIMED_AGAIN_WITHIN).until(() -> claims(owner(0)) + claims(owner(1)) == claims(""));
        int dying = claims(owner(0)) >= claims(owner(1)) ? 0 : 1;
        Api other = nodes.api(installation.urls().get(1 - dying));
        String id = TwoNodes.start(other, TwoNodes.file("takeover", 8_000));
        await().atMost(Duration.ofMinutes(1)).until(() -> TwoNodes.settled(other, id) > 0);

        String owner = owner(dying);
        assertThat(claims(owner)).as("claims of the node that dies").isPositive();
        installation.services().get(dying).kill();
        long killed = System.nanoTime();
        await().atMost(TAKEN_OVER_WITHIN).pollInterval(Duration.ofMillis(100)).until(() -> claims(owner) == 0);
        System.out.printf("every claim taken over after %.1f s%n", (System.nanoTime() - killed) / 1e9);
        TwoNodes.awaitComplete(other, id);

        installation.services().get(dying).restart();
        installation.awaitReady();
    }

    /** How a node signs its claims. */
    private String owner(int node) {
        return installation.services().get(node).pids().get(0) + "@";
    }

    /** Segments of event processors that a process works on, or did when it died; of the empty owner, all there are. */
    private long claims(String owner) throws SQLException {
        try (Connection database = installation.connectToServiceDatabase();
                PreparedStatement query = database.prepareStatement(
                        "select count(*) from tokenentry where coalesce(owner, '') like ? || '%'")) {
            query.setString(1, owner);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    @Test
    void aNodeThatIsWatchedStopsAtOnceAllTheSame() throws Exception {
        JavaProgram first = installation.services().get(0);
        String id = api.upload(TwoNodes.file("stopping", 5))
                .orElseThrow()
                .json()
                .path("id")
                .asText();
        ExecutorService watchers = Executors.newSingleThreadExecutor();
        Future<List<JsonNode>> stream =
                watchers.submit(() -> watch(installation.urls().get(0), id));
        Pause.millis(2_000);
        assertThat(stream).isNotDone();

        long asked = System.nanoTime();
        first.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(STOPPED_WITHIN);
        assertThat(stream.get())
                .extracting(state -> state.path("status").asText())
                .containsOnly("MIGRATE_FILE_READY");
        watchers.shutdown();
        first.restart();
        installation.awaitReady();
    }

    @Test
    void aRollingRestartUnderLoadLosesNothing() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<List<String>>> load = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            String name = "rolling" + client + "-";
            load.add(clients.submit(() -> filesUntil(isOver, name)));
        }
        for (JavaProgram node : installation.services()) {
            node.stop();
            node.restart();
            installation.awaitReady();
        }
        isOver.set(true);
        List<String> ids = new ArrayList<>();
        for (Future<List<String>> client : load) {
            ids.addAll(client.get());
        }
        clients.shutdown();

        assertThat(ids).hasSizeGreaterThan(8);
        ids.forEach(id -> TwoNodes.awaitComplete(api, id));
        assertThat(api.wrongAnswers()).isEmpty();
        assertThat(conflicts()).as("conflicts over one upload").isLessThan(20);
    }

    /** Sends small files, each until it is taken and started. */
    private List<String> filesUntil(AtomicBoolean isOver, String name) {
        List<String> ids = new ArrayList<>();
        for (int n = 0; !isOver.get(); n++) {
            String id = "";
            while (id.isEmpty()) {
                id = api.upload(TwoNodes.file(name + n, 20))
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.json().path("id").asText())
                        .orElse("");
                Pause.millis(50);
            }
            boolean isStarted = false;
            while (!isStarted) {
                isStarted = api.post("/api/v1/uploads/" + id + "/migration")
                        .filter(answer -> answer.status() == 202 || answer.status() == 409)
                        .isPresent();
                Pause.millis(50);
            }
            ids.add(id);
            Pause.millis(200);
        }
        return ids;
    }

    private long conflicts() {
        return installation.services().stream()
                .flatMap(service -> service.log().stream())
                .filter(line -> line.contains("ConcurrencyException") || line.contains("ConflictingModification"))
                .count();
    }

    @Test
    void progressIsTheSameOnEveryNode() throws Exception {
        String id = TwoNodes.start(api, TwoNodes.file("watched", 2_000));
        ExecutorService watchers = Executors.newFixedThreadPool(2);
        List<Future<List<JsonNode>>> streams = installation.urls().stream()
                .map(node -> watchers.submit(() -> watch(node, id)))
                .toList();
        for (Future<List<JsonNode>> stream : streams) {
            List<JsonNode> seen = stream.get();
            assertThat(seen).isNotEmpty();
            assertThat(seen)
                    .extracting(state -> state.path("counts").path("success").asInt())
                    .isSorted()
                    .last()
                    .isEqualTo(2_000);
        }
        watchers.shutdown();
    }

    /** The states that a node tells of an upload, to the last. */
    private static List<JsonNode> watch(URI node, String id) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                node.resolve("/api/v1/uploads/" + id + "/progress").toURL().openConnection();
        connection.setReadTimeout(60_000);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("acme:acme".getBytes(StandardCharsets.UTF_8)));
        List<JsonNode> states = new ArrayList<>();
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:")) {
                    JsonNode state = new ObjectMapper().readTree(line.substring(5));
                    states.add(state);
                    if (state.path("status").asText().equals("MIGRATE_FILE_COMPLETE")) {
                        break;
                    }
                }
            }
        }
        return states;
    }
}

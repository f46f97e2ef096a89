package io.migrator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.faults.installation.AnswerRelay;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.scenario.Api;
import io.migrator.faults.scenario.FileKind;
import io.migrator.faults.scenario.SentFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One installation with two nodes of the service, for all tests of this module that do not play scenarios. */
final class TwoNodes {

    private static @Nullable TwoNodes running;

    private final Installation installation;
    private final AnswerRelay relay;

    private TwoNodes() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "two-nodes");
            installation = Installation.start(directory.toAbsolutePath(), 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        relay = AnswerRelay.start(installation.bootstrapServers());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            relay.close();
            installation.close();
        }));
    }

    static synchronized TwoNodes get() {
        TwoNodes found = running;
        if (found == null) {
            found = new TwoNodes();
            running = found;
        }
        return found;
    }

    Installation installation() {
        return installation;
    }

    /** The user of acme, at one node after the other. */
    Api api() {
        return new Api(installation.urls(), "acme");
    }

    /** The user of acme at one node. */
    Api api(URI node) {
        return new Api(List.of(node), "acme");
    }

    static SentFile file(String name, int rows) {
        return new SentFile(
                "acme",
                name,
                FileKind.CUSTOMER_DETAILS,
                IntStream.range(0, rows)
                        .mapToObj(n -> List.of(
                                name + n,
                                "",
                                "Zoë",
                                "O'Neil",
                                "1980-01-01",
                                name + n + "@example.org",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "ACTIVE",
                                "",
                                "",
                                "",
                                "",
                                ""))
                        .toList());
    }

    /** Uploads a file and starts its migration; answers its id. */
    static String start(Api api, SentFile file) {
        Api.Answer uploaded = api.upload(file).orElseThrow();
        assertThat(uploaded.status()).as(uploaded::text).isEqualTo(201);
        String id = uploaded.json().path("id").asText();
        assertThat(api.post("/api/v1/uploads/" + id + "/migration"))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(202));
        return id;
    }

    /** Waits until every row has succeeded, resuming what has stalled. */
    static void awaitComplete(Api api, String id) {
        await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    JsonNode upload =
                            api.get("/api/v1/uploads/" + id).orElseThrow().json();
                    if (upload.path("status").asText().equals("MIGRATE_FILE_STOPPED")) {
                        api.post("/api/v1/uploads/" + id + "/migration/resume");
                    }
                    assertThat(upload.path("status").asText()).isEqualTo("MIGRATE_FILE_COMPLETE");
                });
    }

    static int settled(Api api, String id) {
        return api.get("/api/v1/uploads/" + id)
                .map(answer -> answer.json().path("counts").path("success").asInt())
                .orElse(-1);
    }

    /** Lines in the nodes' logs. */
    int logLines() {
        return installation.services().stream()
                .mapToInt(service -> service.log().size())
                .sum();
    }
}

package io.migrator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrator.faults.installation.Health;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.JavaProgram;
import io.migrator.faults.installation.Pause;
import io.migrator.faults.installation.Victim;
import io.migrator.faults.scenario.Api;
import io.migrator.faults.scenario.SentFile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Broker and database away, the database for a minute, in the middle of a migration that waits for them and goes on by itself; and
 * a node that is started meanwhile.
 */
class OutageTest {

    private static final Duration DATABASE_OUTAGE = Duration.ofSeconds(60);
    private static final Duration BROKER_OUTAGE = Duration.ofSeconds(30);
    /** Of both nodes: what each Kafka client says when it tries again, and each part of the service once a minute. */
    private static final int MOST_LINES = 400;

    private final TwoNodes nodes = TwoNodes.get();
    private final Installation installation = nodes.installation();
    private final Api api = nodes.api();
    private final List<Victim> away = new ArrayList<>();

    @AfterEach
    void everythingIsBack() {
        away.forEach(Victim::restart);
        installation.awaitReady();
    }

    private void goesAway(Victim victim) {
        victim.kill();
        away.add(victim);
    }

    private void comesBack(Victim victim) {
        away.remove(victim);
        victim.restart();
    }

    /** The first node, which stays up. */
    private Api stays() {
        return nodes.api(installation.urls().get(0));
    }

    private void secondNodeStartsAnew() {
        JavaProgram second = installation.services().get(1);
        second.kill();
        second.restart();
    }

    @Test
    void withoutTheBrokerFilesAreTakenAndMigrationsWait() {
        String id = TwoNodes.start(api, TwoNodes.file("broker-away", 4_000));
        await().atMost(Duration.ofMinutes(1)).until(() -> TwoNodes.settled(api, id) > 0);
        goesAway(installation.broker());
        secondNodeStartsAnew();
        installation.awaitReady(); // files can be sent to it, whatever the broker does
        int lines = nodes.logLines();
        long end = System.nanoTime() + BROKER_OUTAGE.toNanos();
        for (int n = 0; System.nanoTime() < end; n++) {
            Api.Answer answer = api.upload(TwoNodes.file("meanwhile" + n, 5)).orElseThrow();
            assertThat(answer.status()).as(answer::text).isEqualTo(201);
            Pause.millis(3_000);
        }
        for (URI node : installation.urls()) {
            assertThat(Health.of(node).status("")).isEqualTo(503);
            assertThat(Health.of(node).status("/readiness")).isEqualTo(200);
            assertThat(Health.of(node).status("/liveness")).isEqualTo(200);
        }
        assertThat(nodes.logLines() - lines).as("lines in the logs").isLessThan(MOST_LINES);
        comesBack(installation.broker());

        TwoNodes.awaitComplete(api, id);
        assertThat(api.wrongAnswers()).isEmpty();
    }

    @Test
    void withoutTheDatabaseRequestsAreToldToComeBack() {
        String id = TwoNodes.start(api, TwoNodes.file("database-away", 4_000));
        await().atMost(Duration.ofMinutes(1)).until(() -> TwoNodes.settled(api, id) > 0);
        SentFile refused = TwoNodes.file("refused", 50);
        goesAway(installation.database());
        secondNodeStartsAnew();
        int ended = installation.endedByThemselves();
        Api api = stays();
        int lines = nodes.logLines();
        long end = System.nanoTime() + DATABASE_OUTAGE.toNanos();
        while (System.nanoTime() < end) {
            assertThat(api.upload(refused))
                    .hasValueSatisfying(answer ->
                            assertThat(answer.status()).as(answer::text).isEqualTo(503));
            assertThat(api.get("/api/v1/uploads/" + id))
                    .hasValueSatisfying(answer ->
                            assertThat(answer.status()).as(answer::text).isEqualTo(503));
            Pause.millis(3_000);
        }
        assertThat(Health.of(installation.urls().get(0)).status("/readiness")).isEqualTo(503);
        assertThat(Health.of(installation.urls().get(0)).status("/liveness")).isEqualTo(200);
        assertThat(Health.of(installation.urls().get(1)).status("/readiness"))
                .as("of a node that waits for its database to start")
                .isNotEqualTo(200);
        assertThat(nodes.logLines() - lines).as("lines in the logs").isLessThan(MOST_LINES);
        comesBack(installation.database());
        installation.awaitReady();
        assertThat(installation.endedByThemselves()).isEqualTo(ended);

        TwoNodes.awaitComplete(api, id);
        await().atMost(Duration.ofSeconds(30)).until(() -> api.upload(refused)
                .filter(answer -> answer.status() == 201)
                .isPresent());
        assertThat(api.get("/api/v1/uploads?name=refused").orElseThrow().json().path("items"))
                .as("nothing half done")
                .hasSize(1);
        assertThat(api.wrongAnswers()).isEmpty();
    }

    /** What a node says when it is asked while everything is up. */
    @Test
    void healthIsUpWhenEverythingIs() {
        installation.awaitReady();
        for (URI node : installation.urls()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> List.of("", "/readiness", "/liveness").stream()
                    .allMatch(part -> Health.of(node).status(part) == 200));
        }
    }
}

package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;

/**
 * Two files over the same customers, with different values and different empty cells, in flight at once: every column ends as the
 * migration started last said, and where that one said nothing, as the other did.
 */
class FenceJourneyTest {

    private static final int CUSTOMERS = 10_000;

    private final Installation installation = Installation.get();
    private final Operator ann = installation.ann();

    @Test
    void theMigrationStartedLastWinsWhenItsRowsArriveLast() {
        String first = ann.upload(CustomerFiles.of(CUSTOMERS, n -> first("fa-", n)), "first.csv");
        String last = ann.upload(CustomerFiles.of(CUSTOMERS, n -> last("fa-", n)), "last.csv");

        ann.start(first);
        ann.start(last);

        assertEndsAsStartedLast("fa-", first, last);
    }

    @Test
    void theMigrationStartedLastWinsWhenItsRowsArriveFirst() {
        PooledStreamingEventProcessor dispatch = installation
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("row-dispatch", PooledStreamingEventProcessor.class)
                .orElseThrow();
        String first = ann.upload(CustomerFiles.of(CUSTOMERS, n -> first("fb-", n)), "first.csv");
        String last = ann.upload(CustomerFiles.of(CUSTOMERS, n -> last("fb-", n)), "last.csv");
        while (segment(dispatch, first) == segment(dispatch, last)) {
            last = ann.upload(CustomerFiles.of(CUSTOMERS, n -> last("fb-", n)), "last.csv");
        }
        int held = segment(dispatch, first);
        dispatch.releaseSegment(held, 5, TimeUnit.MINUTES);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !dispatch.processingStatus().containsKey(held));

        ann.start(first);
        ann.start(last);
        ann.awaitStatus(last, "MIGRATE_FILE_COMPLETE");
        assertThat(ann.upload(first).path("counts").path("ready").asInt()).isEqualTo(CUSTOMERS);
        dispatch.claimSegment(held);
        resumeIfStalled(first);

        assertEndsAsStartedLast("fb-", first, last);
    }

    /** Held back, the migration may have stalled meanwhile; resumed, it keeps the sequence it started with. */
    private void resumeIfStalled(String id) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ann.upload(id).path("status").asText(), status -> !status.endsWith("INPROGRESS"));
        if (ann.upload(id).path("status").asText().equals("MIGRATE_FILE_STOPPED")) {
            ann.command(id, "resume");
        }
    }

    private static int segment(PooledStreamingEventProcessor processor, String upload) {
        return processor.processingStatus().values().stream()
                .map(status -> status.getSegment())
                .filter(segment -> segment.matches((Object) upload))
                .mapToInt(Segment::getSegmentId)
                .findFirst()
                .orElseThrow();
    }

    private void assertEndsAsStartedLast(String prefix, String first, String last) {
        for (String id : List.of(first, last)) {
            assertThat(ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE")
                            .path("counts")
                            .path("success")
                            .asInt())
                    .isEqualTo(CUSTOMERS);
        }
        List<Map<String, Object>> customers = installation
                .jdbc()
                .queryForList(
                        "SELECT external_id, first_name, last_name, title, suburb, state, email, mobile FROM crm.customers"
                                + " WHERE tenant = 'acme' AND external_id LIKE ?",
                        prefix + "%");
        assertThat(customers).hasSize(CUSTOMERS).allSatisfy(FenceJourneyTest::isAsStartedLast);
    }

    private static void isAsStartedLast(Map<String, Object> customer) {
        int n = Integer.parseInt(String.valueOf(customer.get("external_id")).substring(3));
        assertThat(customer)
                .containsEntry("first_name", "Last" + n)
                .containsEntry("last_name", "Same")
                .containsEntry("title", n % 2 == 0 ? "Dr" : "Ms")
                .containsEntry("suburb", "First " + n)
                .containsEntry("state", n % 3 == 0 ? "VIC" : "NSW")
                .containsEntry("email", customer.get("external_id") + "@first.example.org")
                .containsEntry("mobile", "+61400000000");
    }

    /** States title, suburb, state and email. */
    private static String first(String prefix, int n) {
        String id = prefix + n;
        return id + ",Ms,First" + n + ",Same,1980-01-01," + id + "@first.example.org,,,,First " + n
                + ",NSW,,,ACTIVE,,,,,";
    }

    /** States the mobile number, every second title and every third state; no suburb and no email. */
    private static String last(String prefix, int n) {
        return prefix + n + "," + (n % 2 == 0 ? "Dr" : "") + ",Last" + n + ",Same,1980-01-01,,+61400000000,,,,"
                + (n % 3 == 0 ? "VIC" : "") + ",,,ACTIVE,,,,,";
    }
}

package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A target that is away: the migration is found stalled, and goes on when it is resumed. */
class StallJourneyTest {

    private final Installation installation = Installation.get();
    private final Operator ann = installation.ann();

    @AfterEach
    void theTargetIsBack() {
        installation.startTarget();
    }

    @Test
    void aMigrationWithoutAnswersIsStoppedAndCompletesWhenResumed() {
        String id = ann.upload(CustomerFiles.of(7_000, n -> CustomerFiles.row("stall-", n)), "stall.csv");
        installation.stopTarget();
        ann.start(id);

        JsonNode stopped = ann.awaitStatus(id, "MIGRATE_FILE_STOPPED");
        assertThat(stopped.path("stopReason").asText()).isEqualTo("STALLED");
        assertThat(stopped.path("counts").path("success").asInt()).isZero();
        assertThat(stopped.path("counts").path("pending").asInt()).isEqualTo(5_000);
        assertThat(stopped.path("counts").path("ready").asInt()).isEqualTo(2_000);
        JsonNode unanswered =
                Operator.json(ann.get("/api/v1/uploads/" + id + "/rows?status=MIGRATE_ROW_PENDING&limit=100"));
        assertThat(unanswered.path("items")).hasSize(100).allSatisfy(row -> assertThat(
                        Instant.parse(row.path("sentAt").asText()))
                .as("since when")
                .isBetween(
                        Instant.parse(stopped.path("startedAt").asText()),
                        Instant.parse(stopped.path("stoppedAt").asText())));

        installation.startTarget();
        ann.command(id, "resume");
        JsonNode complete = ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE");
        assertThat(complete.path("counts").path("success").asInt()).isEqualTo(7_000);
        assertThat(complete.path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void aCancelledMigrationSendsNothingMoreAndStaysCancelled() {
        String id = ann.upload(CustomerFiles.of(12_000, n -> CustomerFiles.row("cancel-", n)), "cancel.csv");
        installation.stopTarget();
        ann.start(id);
        assertThat(ann.command(id, "cancel").path("status").asText()).isEqualTo("MIGRATE_FILE_CANCELLED");
        installation.startTarget();

        HttpResponse<byte[]> resumed = ann.post("/api/v1/uploads/" + id + "/migration/resume");
        assertThat(resumed.statusCode()).isEqualTo(409);
        assertThat(Operator.json(resumed).path("code").asText()).isEqualTo("WRONG_STATE");

        // a file that is migrated afterwards passes every processor behind the cancelled one
        String marker = ann.upload(CustomerFiles.of(1, n -> CustomerFiles.row("marker-", n)), "marker.csv");
        ann.start(marker);
        ann.awaitStatus(marker, "MIGRATE_FILE_COMPLETE");
        JsonNode cancelled = ann.upload(id);
        assertThat(cancelled.path("status").asText()).isEqualTo("MIGRATE_FILE_CANCELLED");
        assertThat(cancelled.path("counts").path("ready").asInt()).isGreaterThanOrEqualTo(7_000);
    }
}

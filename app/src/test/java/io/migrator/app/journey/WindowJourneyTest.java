package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A target that takes few rows at a time is not sent more: what is sent and not answered stays within the tenant's window. */
class WindowJourneyTest {

    private static final int ROWS = 6_000;
    private static final int WINDOW = 1_000;
    private static final int CHUNK = 1_000;

    private final Installation installation = Installation.get();
    private final Operator ines = installation.operator("ines");

    @AfterEach
    void theTargetIsBack() {
        installation.startTarget();
    }

    @Test
    void aTenantsTargetIsSentNoMoreThanItsWindow() {
        String id = ines.upload(CustomerFiles.of(ROWS, n -> CustomerFiles.row("gentle-", n)), "gentle.csv");
        installation.stopTarget();
        ines.start(id);
        JsonNode stopped = ines.awaitStatus(id, "MIGRATE_FILE_STOPPED");
        assertThat(pending(stopped)).isEqualTo(WINDOW);

        installation.startTarget();
        ines.command(id, "resume");
        JsonNode upload = ines.upload(id);
        while (upload.path("status").asText().equals("MIGRATE_FILE_INPROGRESS")) {
            assertThat(pending(upload)).as("one chunk more at most").isLessThan(WINDOW + CHUNK);
            upload = ines.upload(id);
        }
        assertThat(upload.path("status").asText()).isEqualTo("MIGRATE_FILE_COMPLETE");
        assertThat(upload.path("counts").path("success").asInt()).isEqualTo(ROWS);
    }

    private static int pending(JsonNode upload) {
        return upload.path("counts").path("pending").asInt();
    }
}

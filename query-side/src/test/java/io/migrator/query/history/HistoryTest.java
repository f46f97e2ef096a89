package io.migrator.query.history;

import static io.migrator.query.UploadHistory.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest extends QuerySideTest {

    @Test
    void an_auditor_reads_what_happened_and_who_did_it_but_no_row() {
        UploadHistory upload = newUpload()
                .registered("customers.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 2, 1)
                .staged(List.of(new StagedRow("E1,secret", null), new StagedRow("E2,secret", null)))
                .started()
                .answered(success(1, 1));
        awaitVisible(upload);
        List<JsonNode> events = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/uploads/" + upload.id() + "/events?limit=2" + cursor);
            page.get("items").forEach(events::add);
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        assertThat(events.stream().map(event -> event.get("sequence").asInt())).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(events.stream().map(event -> event.get("type").asText()))
                .containsExactly(
                        "FileUploadRegistered",
                        "RowsStaged",
                        "RowsStaged",
                        "StagingCompleted",
                        "MigrationStarted",
                        "RowOutcomesRecorded");
        assertThat(events.get(4).get("operator").asText()).isEqualTo("olivia");
        assertThat(events.get(1).get("payload").get("content").asText()).matches("sealed, \\d+ bytes");
        assertThat(events.get(5).get("payload").get("succeeded").asText()).isEqualTo("1");
        assertThat(events.get(5).get("payload").get("details").asText()).startsWith("sealed, ");
        assertThat(events.toString()).doesNotContain("secret");
        assertThat(get("somebody-else", "/uploads/" + upload.id() + "/events").statusCode())
                .isEqualTo(404);
    }
}

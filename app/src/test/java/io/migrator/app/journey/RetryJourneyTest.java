package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes that came before their customers are refused, and succeed as a second attempt. */
class RetryJourneyTest {

    private static final String HEADER = "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,NOTED_AT,AUTHOR,CATEGORY,PINNED,BODY\n";

    private final Operator ann = Installation.get().ann();

    @Test
    void rowsInErrorAreRetriedAsANewAttempt() {
        String customers = ann.upload(CustomerFiles.of(1, n -> CustomerFiles.row("retry-", n)), "one.csv");
        ann.start(customers);
        ann.awaitStatus(customers, "MIGRATE_FILE_COMPLETE");
        String notes = ann.upload(HEADER + note(1) + note(2) + note(3), "notes.csv");
        ann.start(notes);
        JsonNode first = ann.awaitStatus(notes, "MIGRATE_FILE_COMPLETE_WITH_ERRORS");
        assertThat(first.path("counts").path("success").asInt()).isEqualTo(1);
        assertThat(first.path("counts").path("error").asInt()).isEqualTo(2);
        assertThat(ann.download(notes, "error"))
                .contains("TARGET_CUSTOMER_UNKNOWN")
                .doesNotContain("retry-1,");
        assertThat(CsvLines.records(ann.download(notes, "success"))).hasSize(2);

        String late = ann.upload(CustomerFiles.of(3, n -> CustomerFiles.row("retry-", n)), "three.csv");
        ann.start(late);
        ann.awaitStatus(late, "MIGRATE_FILE_COMPLETE");
        ann.command(notes, "retry");
        JsonNode second = ann.awaitStatus(notes, "MIGRATE_FILE_COMPLETE");
        assertThat(second.path("attempt").asInt()).isEqualTo(2);
        assertThat(second.path("counts").path("success").asInt()).isEqualTo(3);
        List<String> result = CsvLines.records(ann.download(notes, "all"));
        assertThat(result).hasSize(4).noneMatch(line -> line.contains("TARGET_"));
        JsonNode row = Operator.json(ann.get("/api/v1/uploads/" + notes + "/rows/2"));
        assertThat(row.toString()).contains("TARGET_CUSTOMER_UNKNOWN").contains("INSERTED");
    }

    private static String note(int n) {
        return "retry-note-" + n + ",retry-" + n + ",2024-01-01T00:00:00Z,,GENERAL,,\"Line one\nline two\"\n";
    }
}

package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of customers goes the whole way, comes back, is edited and goes again. */
class CustomersJourneyTest {

    private final Installation installation = Installation.get();
    private final Operator ann = installation.ann();

    @Test
    void customersGoFromUploadToDownload() {
        String csv = CustomerFiles.of(2500, number -> CustomerFiles.row("way-", number));
        String id = ann.upload(csv, "way.csv");
        ann.start(id);

        JsonNode upload = ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE");

        assertThat(upload.path("counts").path("success").asInt()).isEqualTo(2500);
        assertThat(upload.path("counts").path("error").asInt()).isZero();
        assertThat(upload.path("rowCount").asInt()).isEqualTo(2500);
        List<String> expected = CsvLines.records(csv);
        List<String> actual = CsvLines.records(ann.download(id, "all"));
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(actual.get(0)).isEqualTo(expected.get(0) + ",PBJ_CUSTOMER_ID,ASSIGNED_ID,CRN,ERROR");
        for (int i = 1; i < expected.size(); i++) {
            assertThat(actual.get(i)).startsWith(expected.get(i) + ",").endsWith(",");
        }
    }

    @Test
    void anEditedResultIsAcceptedAndAnsweredWithTheSameIds() {
        String id = ann.upload(CustomerFiles.of(20, number -> CustomerFiles.row("edit-", number)), "edit.csv");
        ann.start(id);
        ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE");
        String result = ann.download(id, "all");

        String again = ann.upload(result.replaceFirst("edit-7@example.org", "seven@example.org"), "edit-2.csv");
        ann.start(again);
        ann.awaitStatus(again, "MIGRATE_FILE_COMPLETE");

        assertThat(ann.download(again, "all"))
                .isEqualTo(result.replaceFirst("edit-7@example.org", "seven@example.org"));
        for (int row = 1; row <= 20; row++) {
            JsonNode answers = Operator.json(ann.get("/api/v1/uploads/" + again + "/rows/" + row))
                    .path("answers");
            assertThat(answers).hasSize(1);
            assertThat(answers.get(0).path("action").asText()).isEqualTo(row == 7 ? "UPDATED" : "UNCHANGED");
        }
    }
}

package io.migrator.query.row;

import static io.migrator.query.UploadHistory.error;
import static io.migrator.query.UploadHistory.success;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvRowProjectionTest extends QuerySideTest {

    private UploadHistory staged(int rows, int chunkSize) {
        return newUpload()
                .registered("customers.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, rows, chunkSize)
                .staged(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new StagedRow("E" + row + ",Zoë", row % 5 == 0 ? "P" + row : null))
                        .toList());
    }

    private List<String> statuses(UploadHistory upload) {
        List<String> statuses = new ArrayList<>();
        json("/uploads/" + upload.id() + "/rows")
                .get("items")
                .forEach(row -> statuses.add(
                        row.get("status").asText().replace("MIGRATE_ROW_", "").substring(0, 1)));
        return statuses;
    }

    private List<Integer> rows(UploadHistory upload, String query) {
        List<Integer> rows = new ArrayList<>();
        json("/uploads/" + upload.id() + "/rows" + query)
                .get("items")
                .forEach(row -> rows.add(row.get("row").asInt()));
        return rows;
    }

    /** Those of a large chunk go to the database at once, those of small ones together with others'. */
    @Test
    void rows_of_large_and_small_chunks_are_all_there() {
        String cell = "x".repeat(400);
        int rows = 2_010;
        UploadHistory large = newUpload()
                .registered("large.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, rows, 1_000)
                .staged(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new StagedRow("E" + row + "," + cell, null))
                        .toList());
        UploadHistory small = staged(5, 2);
        awaitVisible(large);
        awaitVisible(small);
        assertThat(recordsOf(large)).hasSize(rows).allMatch(record -> record.endsWith("," + cell));
        assertThat(recordsOf(small)).containsExactly("E1,Zoë", "E2,Zoë", "E3,Zoë", "E4,Zoë", "E5,Zoë");
    }

    private List<String> recordsOf(UploadHistory upload) {
        return jdbc.queryForList("""
                select r.record from csv_rows r join csv_files f using (upload_no)
                where f.upload_id = ? order by r.row_no""", String.class, upload.id());
    }

    @Test
    void a_row_is_ready_until_its_chunk_is_sent_and_pending_until_it_is_answered() {
        UploadHistory upload = staged(5, 2);
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("R", "R", "R", "R", "R");

        upload.started().dispatched(0);
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("P", "P", "R", "R", "R");

        upload.answered(success(2, 1), error(1, 1, "TARGET_CONFLICT", "no"), success(5, 1));
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("E", "S", "R", "R", "S");

        upload.dispatched(1).dispatched(2);
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("E", "S", "P", "P", "S");
    }

    @Test
    void a_retry_makes_every_row_in_error_ready_again_and_leaves_the_others() {
        UploadHistory upload = staged(4, 2)
                .started()
                .dispatched(0)
                .dispatched(1)
                .answered(success(1, 1), error(2, 1, "A", "a"), error(3, 1, "B", "b"), success(4, 1))
                .completed()
                .retried();
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("S", "R", "R", "S");
        assertThat(json("/uploads/" + upload.id() + "/rows/2").get("error").isNull())
                .isTrue();

        upload.dispatched(0);
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("S", "P", "R", "S");

        upload.answered(error(2, 2, "C", "c"), success(3, 1));
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("S", "E", "S", "S");
        assertThat(rows(upload, "?status=MIGRATE_ROW_ERROR")).containsExactly(2);
    }

    @Test
    void a_success_replaces_an_error_of_the_same_attempt() {
        UploadHistory upload = staged(2, 2)
                .started()
                .dispatched(0)
                .answered(error(1, 1, "A", "a"), success(2, 1))
                .answered(success(1, 1));
        awaitVisible(upload);
        assertThat(statuses(upload)).containsExactly("S", "S");
        JsonNode row = json("/uploads/" + upload.id() + "/rows/1");
        assertThat(row.get("error").isNull()).isTrue();
        assertThat(row.get("crn").asText()).isEqualTo("R1");
    }

    @Test
    void a_row_shows_its_record_and_every_answer_of_every_attempt() {
        UploadHistory upload = staged(5, 2)
                .started()
                .dispatched(2)
                .answered(error(5, 1, "TARGET_CONFLICT", "points at two"))
                .retried()
                .dispatched(2)
                .answered(success(5, 2));
        awaitVisible(upload);
        JsonNode row = json("/uploads/" + upload.id() + "/rows/5");
        assertThat(row.get("record").asText()).isEqualTo("E5,Zoë");
        assertThat(row.get("pbjCustomerId").asText()).isEqualTo("C5");
        assertThat(row.has("answerEvent")).isFalse();
        assertThat(row.get("answers")).hasSize(2);
        JsonNode refusal = row.get("answers").get(0);
        assertThat(refusal.get("status").asText()).isEqualTo("MIGRATE_ROW_ERROR");
        assertThat(refusal.get("error").get("code").asText()).isEqualTo("TARGET_CONFLICT");
        JsonNode acceptance = row.get("answers").get(1);
        assertThat(acceptance.get("attempt").asInt()).isEqualTo(2);
        assertThat(acceptance.get("action").asText()).isEqualTo("INSERTED");
    }

    @Test
    void an_incoming_customer_id_is_shown_until_an_answer_names_one() {
        UploadHistory upload = staged(5, 5).started().dispatched(0);
        awaitVisible(upload);
        assertThat(json("/uploads/" + upload.id() + "/rows/5")
                        .get("pbjCustomerId")
                        .asText())
                .isEqualTo("P5");
        upload.answered(error(5, 1, "X", "x"));
        awaitVisible(upload);
        JsonNode refused = json("/uploads/" + upload.id() + "/rows/5");
        assertThat(refused.get("pbjCustomerId").asText()).isEqualTo("P5");
        assertThat(refused.get("error").asText()).isEqualTo("X: x");
    }

    @Test
    void rows_by_sql_are_those_that_are_shown() {
        UploadHistory upload = staged(25, 10)
                .started()
                .dispatched(0)
                .answered(success(1, 1), error(5, 1, "A", "a"), error(6, 1, "B", "b"), success(25, 1))
                .dispatched(1)
                .answered(error(19, 1, "C", "c"))
                .retried()
                .dispatched(0)
                .answered(error(6, 2, "D", "d"), success(5, 1));
        awaitVisible(upload);
        List<String> shown = new ArrayList<>();
        json("/uploads/" + upload.id() + "/rows").get("items").forEach(row -> shown.add(row.toString()));
        assertThat(jdbc.queryForList("""
                        select json_build_object('row', r.row_no, 'status', s.name, 'sentAt',
                            to_char(r.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'record', r.record,
                            'pbjCustomerId', r.pbj_customer_id, 'assignedId', r.assigned_id, 'crn', r.crn, 'error', r.error)
                        from csv_row_results r join csv_files f using (upload_no) join csv_row_status s on s.id = r.status_id
                        where f.upload_id = ? order by r.row_no""", String.class, upload.id()))
                .map(row -> row.replace(" : ", ":").replace(", \"", ",\"").replace("\"sentAt\":null,", ""))
                .isEqualTo(shown);
        assertThat(shown).as("since when an answer is waited for").allSatisfy(row -> assertThat(row.contains("sentAt"))
                .isEqualTo(row.contains("PENDING")));
        assertThat(statuses(upload)).contains("R", "P", "S", "E");
    }

    @Test
    void pages_follow_each_other_without_a_gap_across_chunks_and_states() {
        UploadHistory upload = staged(45, 10).started();
        for (int chunk = 0; chunk < 5; chunk++) {
            upload.dispatched(chunk);
        }
        List<RowOutcome> outcomes = IntStream.rangeClosed(1, 45)
                .filter(row -> row % 3 == 0)
                .mapToObj(row -> row % 2 == 0 ? success(row, 1) : error(row, 1, "X", "x"))
                .toList();
        upload.answered(outcomes);
        awaitVisible(upload);
        assertThat(walk(upload, "limit=7"))
                .isEqualTo(IntStream.rangeClosed(1, 45).boxed().toList());
        assertThat(walk(upload, "limit=1&status=MIGRATE_ROW_ERROR")).containsExactly(3, 9, 15, 21, 27, 33, 39, 45);
        assertThat(walk(upload, "limit=2&status=MIGRATE_ROW_SUCCESS")).containsExactly(6, 12, 18, 24, 30, 36, 42);
        assertThat(walk(upload, "limit=4&status=MIGRATE_ROW_PENDING"))
                .hasSize(30)
                .doesNotContain(3, 45);
        assertThat(walk(upload, "limit=4&status=MIGRATE_ROW_READY")).isEmpty();
    }

    @Test
    void long_records_make_a_page_shorter_but_none_is_left_out() {
        UploadHistory upload = newUpload()
                .registered("notes.csv", "CUSTOMER_NOTES", CsvDialect.RFC_4180, 5, 1)
                .staged(IntStream.rangeClosed(1, 5)
                        .mapToObj(row -> new StagedRow("E".repeat(2_500_000) + row, null))
                        .toList());
        awaitVisible(upload);
        assertThat(rows(upload, "?limit=50")).containsExactly(1, 2);
        assertThat(walk(upload, "limit=50")).containsExactly(1, 2, 3, 4, 5);
        assertThat(get("/uploads/" + upload.id() + "/file").body()).hasSizeGreaterThan(5 * 2_500_000);
    }

    private List<Integer> walk(UploadHistory upload, String query) {
        List<Integer> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/uploads/" + upload.id() + "/rows?" + query + cursor);
            page.get("items").forEach(row -> rows.add(row.get("row").asInt()));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asText();
        } while (cursor != null);
        return rows;
    }

    @Test
    void what_does_not_exist_is_404_and_what_is_malformed_is_400() {
        UploadHistory upload = staged(2, 2);
        awaitVisible(upload);
        String rows = "/uploads/" + upload.id() + "/rows";
        assertThat(get("somebody-else", rows).statusCode()).isEqualTo(404);
        assertThat(get("somebody-else", rows + "/1").statusCode()).isEqualTo(404);
        assertThat(get(rows + "/3").statusCode()).isEqualTo(404);
        assertThat(get(rows + "/0").statusCode()).isEqualTo(404);
        assertThat(get(rows + "/x").statusCode()).isEqualTo(404);
        assertThat(get("/uploads/" + UUID.randomUUID() + "/rows").statusCode()).isEqualTo(404);
        assertThat(get(rows + "?limit=501").statusCode()).isEqualTo(400);
        assertThat(get(rows + "?cursor=***").statusCode()).isEqualTo(400);
    }
}

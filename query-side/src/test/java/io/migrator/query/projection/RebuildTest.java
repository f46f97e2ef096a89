package io.migrator.query.projection;

import static io.migrator.query.UploadHistory.error;
import static io.migrator.query.UploadHistory.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebuildTest extends QuerySideTest {

    private static final List<String> CONTENTS = List.of(
            "select * from file_uploads order by id",
            "select upload_id, tenant, chunk_size, attempt, last_event from csv_files order by upload_id",
            "select upload_id, c.* from csv_files f join csv_chunks c using (upload_no) order by upload_id, chunk",
            "select upload_id, r.* from csv_files f join csv_rows r using (upload_no) order by upload_id, row_no",
            "select upload_id, a.* from csv_files f join csv_answers a using (upload_no)"
                    + " order by upload_id, chunk, event",
            "select * from statistics order by tenant, hour, file_type, measure, code",
            "select * from statistics_files order by upload_id");

    private List<List<String>> contents() {
        return CONTENTS.stream()
                .map(sql -> jdbc.query(
                        "select (to_jsonb(t) - 'upload_no')::text from (" + sql + ") t", (row, i) -> row.getString(1)))
                .toList();
    }

    private void writeHistories() {
        for (int file = 0; file < 3; file++) {
            int rows = 2500 + file;
            UploadHistory upload = newUpload()
                    .registered("f" + file, "CUSTOMER_NOTES", CsvDialect.utf8('\t', "\r", false), rows, 1000)
                    .staged(IntStream.rangeClosed(1, rows)
                            .mapToObj(row -> new StagedRow("E" + row + "\tü", row % 7 == 0 ? "P" + row : null))
                            .toList())
                    .started()
                    .dispatched(0)
                    .dispatched(1);
            upload.answered(outcomes(rows, 1)).completed().retried().dispatched(2);
            upload.answered(outcomes(rows, 2).stream()
                    .filter(outcome -> outcome.row() % 3 == 0)
                    .limit(400)
                    .toList());
            awaitVisible(upload);
        }
        awaitVisible(newUpload().rejected("bad.csv", Map.of("CELL_TYPE", 2L)));
    }

    private static List<RowOutcome> outcomes(int rows, int attempt) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> row % (3 * attempt) == 0 ? error(row, attempt, "NO", "no") : success(row, attempt))
                .toList();
    }

    private JsonNode projection(String name) {
        for (JsonNode projection : json("/projections")) {
            if (projection.get("name").asText().equals(name)) {
                return projection;
            }
        }
        throw new AssertionError("no projection " + name);
    }

    private void awaitNoLag() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(json("/projections"))
                .allSatisfy(
                        projection -> assertThat(projection.get("lag").asLong()).isZero()));
    }

    @Test
    void a_projection_built_again_from_the_events_has_the_same_content_row_by_row() {
        writeHistories();
        awaitNoLag();
        List<List<String>> before = contents();
        assertThat(before).allSatisfy(table -> assertThat(table).isNotEmpty());
        for (String name : List.of("file-uploads", "csv-rows", "statistics")) {
            assertThat(post("/projections/" + name + "/reset").statusCode()).isEqualTo(202);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(json("/projections")).allSatisfy(projection -> {
                    assertThat(projection.get("lag").asLong()).isZero();
                    assertThat(projection.get("rebuild").get("progress").asDouble())
                            .isEqualTo(1);
                    assertThat(projection.get("rebuild").get("finishedAt").isNull())
                            .isFalse();
                }));
        List<List<String>> after = contents();
        for (int table = 0; table < before.size(); table++) {
            assertThat(after.get(table)).as(CONTENTS.get(table)).isEqualTo(before.get(table));
        }
    }

    @Test
    void events_that_are_told_twice_change_nothing() {
        writeHistories();
        awaitNoLag();
        List<List<String>> before = contents();
        // The positions of a restored backup: older than the tables.
        stopAndRewind();
        awaitNoLag();
        assertThat(contents()).isEqualTo(before);
    }

    /** Takes the segments away as another node would, sets their positions back to the beginning and gives them free. */
    private void stopAndRewind() {
        jdbc.update("update tokenentry set owner = 'another-node', timestamp = ?", "2999-01-01T00:00:00Z");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(json("/projections"))
                .allSatisfy(projection ->
                        assertThat(projection.get("workingSegments").asInt()).isZero()));
        jdbc.update("update tokenentry set token = null, tokentype = null, owner = null");
    }

    @Test
    void reads_are_refused_while_a_table_is_built_again() {
        UploadHistory upload = newUpload().registered("f", "CUSTOMER_NOTES", CsvDialect.RFC_4180, 1, 1);
        upload.staged(List.of(new StagedRow("E", null)));
        awaitVisible(upload);
        try {
            beginRebuild("csv-rows");
            assertRebuilding("/uploads/" + upload.id() + "/rows");
            assertRebuilding("/uploads/" + upload.id() + "/rows/1");
            assertRebuilding("/uploads/" + upload.id() + "/file");
            assertThat(get("/uploads/" + upload.id()).statusCode()).isEqualTo(200);
            assertThat(projection("csv-rows").get("rebuild").get("progress").asDouble())
                    .isLessThan(1);
            beginRebuild("file-uploads");
            assertRebuilding("/uploads");
            assertRebuilding("/uploads/" + upload.id());
            beginRebuild("statistics");
            assertRebuilding("/statistics");
        } finally {
            jdbc.update("delete from projection_rebuilds where requested_by = 'test'");
        }
        assertThat(get("/uploads/" + upload.id() + "/rows").statusCode()).isEqualTo(200);
    }

    /** One that has far to go. */
    private void beginRebuild(String name) {
        jdbc.update("delete from projection_rebuilds where name = ?", name);
        jdbc.update("insert into projection_rebuilds values (?, 1000000000, 'test', now(), null)", name);
    }

    private void assertRebuilding(String path) {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(tree(response).get("code").asText()).isEqualTo("PROJECTION_REBUILDING");
    }

    @Test
    void a_projection_that_another_node_works_on_is_not_reset() {
        awaitVisible(newUpload().rejected("bad.csv", Map.of("CELL_TYPE", 2L)));
        awaitNoLag();
        List<List<String>> before = contents();
        jdbc.update(
                "update tokenentry set owner = 'another-node', timestamp = ? where processorname = 'statistics'",
                "2999-01-01T00:00:00Z");
        try {
            HttpResponse<byte[]> response = post("/projections/statistics/reset");
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(tree(response).get("code").asText()).isEqualTo("PROJECTION_RUNS_ELSEWHERE");
        } finally {
            jdbc.update("update tokenentry set owner = null where processorname = 'statistics'");
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void there_is_nothing_to_reset_under_another_name() {
        HttpResponse<byte[]> response = post("/projections/sagas/reset");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(tree(response).get("code").asText()).isEqualTo("PROJECTION_NOT_FOUND");
    }
}

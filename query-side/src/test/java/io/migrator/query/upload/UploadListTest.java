package io.migrator.query.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import io.migrator.query.page.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadListTest extends QuerySideTest {

    private static final Instant BEGIN = Instant.parse("2026-05-01T00:00:00.123456Z");

    private final List<String> oldestFirst = new ArrayList<>();

    @BeforeEach
    void upload() {
        for (int i = 0; i < 11; i++) {
            // Three at a time come at the same moment.
            Instant at = BEGIN.plusSeconds(i / 3);
            UploadHistory upload = new UploadHistory(store, tenant, at);
            if (i % 4 == 0) {
                upload.rejected("Bad_%" + i + ".csv", Map.of("CELL_TYPE", 1L));
            } else {
                upload.registered(
                        "file" + i + ".csv",
                        i % 2 == 0 ? "CUSTOMER_NOTES" : "CUSTOMER_DETAILS",
                        CsvDialect.RFC_4180,
                        1,
                        1);
            }
            awaitVisible(upload);
            oldestFirst.add(upload.id().toString());
        }
    }

    private List<JsonNode> walk(String query) {
        List<JsonNode> uploads = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/uploads?" + query + cursor);
            page.get("items").forEach(uploads::add);
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        return uploads;
    }

    private static List<String> ids(List<JsonNode> uploads) {
        return uploads.stream().map(upload -> upload.get("id").asText()).toList();
    }

    @Test
    void pages_of_any_size_give_each_upload_once_and_the_newest_first() {
        List<JsonNode> whole = walk("limit=100");
        assertThat(ids(whole)).containsExactlyInAnyOrderElementsOf(oldestFirst);
        assertThat(whole.stream().map(upload -> upload.get("uploadedAt").asText()))
                .isSortedAccordingTo(Collections.reverseOrder());
        for (int limit : new int[] {1, 2, 3, 4, 10, 11}) {
            assertThat(ids(walk("limit=" + limit))).isEqualTo(ids(whole));
        }
    }

    @Test
    void filters_narrow_the_list_and_pages_go_on_within_it() {
        assertThat(walk("limit=1&status=MIGRATE_FILE_REJECTED")).hasSize(3);
        assertThat(walk("limit=1&fileType=CUSTOMER_NOTES")).hasSize(3);
        assertThat(walk("limit=1&fileType=CUSTOMER_NOTES&status=MIGRATE_FILE_REJECTED"))
                .isEmpty();
        assertThat(walk("limit=1&name=bad_%25")).hasSize(3);
        assertThat(walk("limit=1&name=E1")).hasSize(2); // file1 and file10
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        assertThat(tree(get("somebody-else-" + tenant, "/uploads")).get("items"))
                .isEmpty();
    }

    @Test
    void a_cursor_that_was_not_given_is_refused() {
        assertThat(get("/uploads?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/uploads?cursor=AAAA").statusCode()).isEqualTo(400);
    }

    @Test
    void a_cursor_of_a_moment_no_upload_can_have_is_refused() {
        for (String moment : List.of("+300000-01-01T00:00:00Z", "-5000-01-01T00:00:00Z", "0000-12-31T23:59:59Z")) {
            assertThat(get("/uploads?cursor=" + cursor(moment)).statusCode()).isEqualTo(400);
        }
        for (String moment : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
            assertThat(get("/uploads?cursor=" + cursor(moment)).statusCode()).isEqualTo(200);
        }
    }

    private static String cursor(String moment) {
        return Cursor.of(moment, new UUID(0, 0));
    }
}

package io.migrator.query.statistics;

import static io.migrator.query.UploadHistory.error;
import static io.migrator.query.UploadHistory.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StatisticsTest extends QuerySideTest {

    private Set<String> numbers() {
        Set<String> numbers = new TreeSet<>();
        for (JsonNode number : json("/statistics?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z")
                .get("numbers")) {
            numbers.add(number.get("hour").asText().substring(11, 13) + " "
                    + number.get("fileType").asText() + " "
                    + number.get("measure").asText() + " "
                    + number.get("code").asText() + " " + number.get("amount").asInt());
        }
        return numbers;
    }

    @Test
    void a_tenants_files_and_rows_are_counted_in_their_hour_by_type_and_code() {
        for (int file = 0; file < 2; file++) {
            new UploadHistory(store, tenant, Instant.parse("2026-03-01T09:59:58Z"))
                    .registered("c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 4, 4)
                    .staged(Collections.nCopies(4, new StagedRow("E", null)))
                    .answered(
                            success(1, 1), error(2, 1, "NO", "no"), error(3, 1, "NO", "no"), error(4, 1, "OTHER", "x"));
        }
        new UploadHistory(store, tenant, Instant.parse("2026-03-01T11:00:00Z"))
                .rejected("bad.csv", Map.of("CELL_TYPE", 3L));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(numbers())
                .containsExactly(
                        "09 CUSTOMER_DETAILS FILE_ACCEPTED  2",
                        "10 CUSTOMER_DETAILS ROW_ERROR NO 4",
                        "10 CUSTOMER_DETAILS ROW_ERROR OTHER 2",
                        "10 CUSTOMER_DETAILS ROW_SUCCESS  2",
                        "11  FILE_REJECTED  1",
                        "11  VIOLATION CELL_TYPE 3"));
    }

    @Test
    void a_span_that_is_too_long_or_runs_backwards_is_refused() {
        assertThat(get("/statistics?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/statistics?from=2020-03-02T00:00:00Z&to=2026-03-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_span_further_away_than_any_calendar_goes_is_refused() {
        for (String to :
                List.of("%2B300000-01-01T00:00:00Z", "%2B10000-01-01T00:00:00Z", "%2B1000000000-12-31T23:59:59Z")) {
            assertThat(get("/statistics?to=" + to).statusCode()).isEqualTo(400);
        }
        assertThat(get("/statistics?from=-5000-01-01T00:00:00Z").statusCode()).isEqualTo(400);
        assertThat(get("/statistics?to=9999-12-31T23:59:59Z").statusCode()).isEqualTo(200);
    }
}

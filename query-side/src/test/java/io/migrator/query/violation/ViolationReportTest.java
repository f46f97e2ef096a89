package io.migrator.query.violation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationReportTest extends QuerySideTest {

    /** Owned by the intake, which is not part of this test. */
    @BeforeEach
    void createTable() {
        jdbc.execute("""
                create table if not exists upload_violations (tenant text not null, upload_id uuid not null,
                    chunk integer not null, first_number bigint not null, violation_count integer not null,
                    content bytea not null, expires_at timestamptz not null, primary key (tenant, upload_id, chunk))""");
    }

    private UploadHistory rejected(int violations) {
        return rejected(IntStream.rangeClosed(1, violations)
                .mapToObj(row -> new Violation(
                        row, row + 1, "LINES", ViolationCode.CELL_TYPE, "Write a number, please.", "=1+" + row))
                .toList());
    }

    private UploadHistory rejected(List<Violation> all) {
        Map<String, Long> counts = all.stream()
                .collect(Collectors.groupingBy(violation -> violation.code().name(), Collectors.counting()));
        UploadHistory upload = newUpload().rejected("bad file.csv", counts);
        for (int first = 0; first < all.size(); first += ViolationChunk.SIZE) {
            List<Violation> chunk = all.subList(first, Math.min(all.size(), first + ViolationChunk.SIZE));
            jdbc.update(
                    "insert into upload_violations values (?, ?, ?, ?, ?, ?, now() + interval '1 day')",
                    tenant,
                    upload.id(),
                    first / ViolationChunk.SIZE,
                    first + 1,
                    chunk.size(),
                    ViolationChunk.seal(new RowCodec(), tenant, upload.id(), chunk)
                            .bytes());
        }
        awaitVisible(upload);
        return upload;
    }

    /** Walks through all pages; answers what stands in them as "row column code". */
    private List<String> walk(UploadHistory upload, String query) {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/uploads/" + upload.id() + "/violations?" + query + cursor);
            page.get("items").forEach(violation -> shown.add(shown(violation)));
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        return shown;
    }

    private static String shown(JsonNode violation) {
        return violation.get("row").asInt() + " " + violation.path("column").asText() + " "
                + violation.get("code").asText();
    }

    private static String shown(Violation violation) {
        return violation.row() + " " + Objects.toString(violation.column(), "") + " " + violation.code();
    }

    private HttpResponse<byte[]> csv(UploadHistory upload, String query, String... headers) {
        HttpRequest.Builder request = request(tenant, "/uploads/" + upload.id() + "/violations" + query)
                .header("Accept", "text/csv");
        return send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** More than a page of any size holds, of several codes, one of which stands near the end only. */
    private static List<Violation> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    int row = (i + 1) / 2;
                    if (i > count - 3) {
                        return Violation.ofRow(row, row + 1L, ViolationCode.ROW_FIELD_COUNT, "Write nine cells.");
                    }
                    return i % 2 == 0
                            ? new Violation(row, row + 1L, "EMAIL", ViolationCode.CELL_FORMAT, "No mailbox.", "x")
                            : new Violation(row, row + 1L, "LINES", ViolationCode.CELL_TYPE, "No number.", "y");
                })
                .toList();
    }

    @Test
    void a_report_of_more_than_a_hundred_thousand_is_complete_without_gap_or_repetition() {
        List<Violation> all = many(123_456);
        UploadHistory upload = rejected(all);
        List<String> expected = all.stream().map(ViolationReportTest::shown).toList();
        assertThat(walk(upload, "limit=500")).isEqualTo(expected);
        assertThat(new String(csv(upload, "").body(), UTF_8).lines().skip(1).map(line -> {
                    String[] cells = line.split(",");
                    return cells[0] + " " + cells[2] + " " + cells[3];
                }))
                .isEqualTo(expected);
        JsonNode counts = json("/uploads/" + upload.id()).get("violationCounts");
        for (String code : List.of("CELL_FORMAT", "CELL_TYPE", "ROW_FIELD_COUNT")) {
            assertThat(counts.get(code).asLong())
                    .isEqualTo(expected.stream()
                            .filter(violation -> violation.endsWith(code))
                            .count());
        }
    }

    @Test
    void filters_narrow_both_forms_of_the_report_in_the_same_way() {
        List<Violation> all = many(60_000);
        UploadHistory upload = rejected(all);
        for (ViolationFilter filter : List.of(
                new ViolationFilter(ViolationCode.ROW_FIELD_COUNT, null, null),
                new ViolationFilter(ViolationCode.CELL_FORMAT, null, 29_000),
                new ViolationFilter(null, "LINES", 28_001),
                new ViolationFilter(ViolationCode.CELL_FORMAT, "LINES", null))) {
            String query = "limit=490" + (filter.code() == null ? "" : "&code=" + filter.code())
                    + (filter.column() == null ? "" : "&column=" + filter.column())
                    + (filter.afterRow() == null ? "" : "&afterRow=" + filter.afterRow());
            List<String> expected = all.stream()
                    .filter(filter::matches)
                    .map(ViolationReportTest::shown)
                    .toList();
            assertThat(walk(upload, query)).isEqualTo(expected);
            assertThat(new String(csv(upload, "?" + query).body(), UTF_8).lines())
                    .hasSize(expected.size() + 1);
        }
    }

    @Test
    void a_filter_takes_what_it_names_and_nothing_else() {
        Violation violation = new Violation(5, 6, "EMAIL", ViolationCode.CELL_FORMAT, "No mailbox.", "x");
        assertThat(new ViolationFilter(null, null, null).matches(violation)).isTrue();
        assertThat(new ViolationFilter(ViolationCode.CELL_FORMAT, "EMAIL", 4).matches(violation))
                .isTrue();
        assertThat(new ViolationFilter(ViolationCode.CELL_TYPE, null, null).matches(violation))
                .isFalse();
        assertThat(new ViolationFilter(null, "email", null).matches(violation)).isFalse();
        assertThat(new ViolationFilter(null, null, 5).matches(violation)).isFalse();
    }

    @Test
    void a_code_that_is_not_known_is_refused() {
        UploadHistory upload = rejected(1);
        assertThat(get("/uploads/" + upload.id() + "/violations?code=NONSENSE").statusCode())
                .isEqualTo(400);
        assertThat(get("/uploads/" + upload.id() + "/violations?spreadsheet=no").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv",
                "text/* | text/csv",
                "text/html, text/csv | text/csv",
                "application/json;q=0.5, text/csv | text/csv",
                "*/*;q=0.1, text/csv | text/csv",
                "application/json | application/json",
                "application/* | application/json",
                "*/* | application/json",
                "text/html, */* | application/json",
                "text/csv;q=0.5, application/json | application/json",
                "text/csv;q=0, application/json | application/json",
                "text/csv;q=0, */* | application/json"
            })
    void the_form_is_the_one_the_client_likes_best(String accept, String type) {
        UploadHistory upload = rejected(1);
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> response = send(
                    request(tenant, "/uploads/" + upload.id() + "/violations")
                            .header("Accept", accept)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
        }
    }

    @Test
    void a_form_that_does_not_exist_is_not_acceptable() {
        UploadHistory upload = rejected(1);
        HttpRequest request = request(tenant, "/uploads/" + upload.id() + "/violations")
                .header("Accept", "image/png")
                .build();
        assertThat(send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
                .isEqualTo(406);
    }

    @Test
    void the_csv_comes_in_parts_and_compressed_too() throws IOException {
        UploadHistory upload = rejected(2500);
        byte[] whole = csv(upload, "").body();
        HttpResponse<byte[]> part = csv(upload, "", "Range", "bytes=100000-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100_000, whole.length));
        HttpResponse<byte[]> compressed = csv(upload, "", "Accept-Encoding", "gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(whole);
        String tag = compressed.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isNotEqualTo(part.headers().firstValue("ETag").orElseThrow());
        assertThat(csv(upload, "", "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(csv(upload, "?column=LINES").headers().firstValue("ETag"))
                .isNotEqualTo(part.headers().firstValue("ETag"));
    }

    @Test
    void every_violation_comes_once_page_by_page() {
        UploadHistory upload = rejected(2345);
        List<Integer> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/uploads/" + upload.id() + "/violations?limit=500" + cursor);
            page.get("items").forEach(violation -> rows.add(violation.get("row").asInt()));
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        } while (cursor != null);
        assertThat(rows).isEqualTo(IntStream.rangeClosed(1, 2345).boxed().toList());
    }

    @Test
    void the_whole_report_comes_as_csv_without_formulas() {
        UploadHistory upload = rejected(2000);
        HttpResponse<byte[]> response = send(
                request(tenant, "/uploads/" + upload.id() + "/violations")
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        List<String> lines = new String(response.body(), UTF_8).lines().toList();
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("bad%20file-violations.csv");
        assertThat(lines)
                .hasSize(2001)
                .startsWith(
                        "ROW,LINE,COLUMN,CODE,MESSAGE,VALUE", "1,2,LINES,CELL_TYPE,\"Write a number, please.\",'=1+1")
                .endsWith("2000,2001,LINES,CELL_TYPE,\"Write a number, please.\",'=1+2000");
    }

    @Test
    void a_report_that_is_not_kept_any_more_is_said_to_be_so() {
        UploadHistory upload = newUpload().rejected("old.csv", Map.of("CELL_TYPE", 1L));
        awaitVisible(upload);
        HttpResponse<byte[]> response = get("/uploads/" + upload.id() + "/violations");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(tree(response).get("code").asText()).isEqualTo("VIOLATIONS_EXPIRED");
    }

    @Test
    void a_report_of_another_tenant_does_not_exist() {
        UploadHistory upload = rejected(3);
        HttpResponse<byte[]> response = get("somebody-else", "/uploads/" + upload.id() + "/violations");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(tree(response).get("code").asText()).isEqualTo("UPLOAD_NOT_FOUND");
    }
}

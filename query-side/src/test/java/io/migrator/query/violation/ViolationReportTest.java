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
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        UploadHistory upload = newUpload().rejected("bad file.csv", Map.of("CELL_TYPE", (long) violations));
        List<Violation> all = IntStream.rangeClosed(1, violations)
                .mapToObj(row -> new Violation(
                        row, row + 1, "LINES", ViolationCode.CELL_TYPE, "Write a number, please.", "=1+" + row))
                .toList();
        for (int first = 0; first < violations; first += ViolationChunk.SIZE) {
            List<Violation> chunk = all.subList(first, Math.min(violations, first + ViolationChunk.SIZE));
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

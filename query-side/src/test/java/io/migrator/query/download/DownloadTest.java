package io.migrator.query.download;

import static io.migrator.query.UploadHistory.error;
import static io.migrator.query.UploadHistory.success;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.CsvDialect;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DownloadTest extends QuerySideTest {

    private static final String OWN = "EXTERNAL_ID;CUSTOMER_EXTERNAL_ID;OLD_GATEWAY;OLD_TOKEN;NEW_GATEWAY;NEW_TOKEN;"
            + "CARD_LAST4;CARD_EXPIRY;NETWORK_TRANSACTION_ID";
    private static final String GENERATED = ";PBJ_CUSTOMER_ID;ASSIGNED_ID;CRN;ERROR";

    private String file(UploadHistory upload, String query) {
        HttpResponse<byte[]> response = get("/uploads/" + upload.id() + "/file" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.body(), UTF_8);
    }

    @Test
    void records_stay_as_they_were_sent_and_answers_stand_beside_them_in_the_files_own_dialect() {
        String quoted = " \"E;1\"\"x\" ;C1;\"two\r\nlines\";Zoë 🎈;;  b  ;\"\";;";
        UploadHistory upload = newUpload()
                .registered("cards.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.utf8(';', "\n", true), 4, 2)
                .staged(List.of(
                        new StagedRow(quoted, null),
                        new StagedRow("E2;C2;a;b;c;d;1;2;3", "P2"),
                        new StagedRow("E3;C3;a;b;c;d;1;2;3", null),
                        new StagedRow("E4;C4;a;b;c;d;1;2;3", "P4")))
                .started()
                .dispatched(0)
                .answered(success(1, 1), error(2, 1, "TARGET_CONFLICT", "points at \"two\"; see\nboth"))
                .dispatched(1)
                .answered(success(4, 1));
        awaitVisible(upload);
        String refused = "E2;C2;a;b;c;d;1;2;3;P2;;;\"TARGET_CONFLICT: points at \"\"two\"\"; see\nboth\"\n";
        String first = quoted + ";C1;A1;R1;\n";
        String third = "E3;C3;a;b;c;d;1;2;3;;;;\n";
        String fourth = "E4;C4;a;b;c;d;1;2;3;C4;A4;R4;\n";
        String header = "\uFEFF" + OWN + GENERATED + "\n";
        assertThat(file(upload, "")).isEqualTo(header + first + refused + third + fourth);
        assertThat(file(upload, "?rows=success")).isEqualTo(header + first + fourth);
        assertThat(file(upload, "?rows=error")).isEqualTo(header + refused);
    }

    @Test
    void a_large_file_comes_whole_and_in_order_and_its_settled_rows_are_parted_in_two() {
        int rows = 12_345;
        UploadHistory upload = newUpload()
                .registered("many.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.RFC_4180, rows, 1000)
                .staged(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new StagedRow("E" + row + ",C,a,b,c,d,1,2,3", null))
                        .toList())
                .started();
        List<RowOutcome> outcomes = IntStream.rangeClosed(1, rows)
                .filter(row -> row % 10 != 0)
                .mapToObj(row -> row % 3 == 0 ? error(row, 1, "NO", "no") : success(row, 1))
                .toList();
        upload.answered(outcomes);
        awaitVisible(upload);
        List<String> all = numbers(file(upload, "?rows=all"));
        assertThat(all)
                .isEqualTo(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> "E" + row)
                        .toList());
        List<String> good = numbers(file(upload, "?rows=success"));
        List<String> bad = numbers(file(upload, "?rows=error"));
        assertThat(good).isSubsetOf(all).hasSize(upload.counts().success());
        assertThat(bad).isSubsetOf(all).hasSize(upload.counts().error());
        assertThat(Stream.concat(good.stream(), bad.stream()).collect(Collectors.toSet()))
                .hasSize(outcomes.size());
        assertThat(inOrder(good)).isTrue();
    }

    private static List<String> numbers(String file) {
        return file.lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static boolean inOrder(List<String> keys) {
        List<Integer> numbers =
                keys.stream().map(key -> Integer.valueOf(key.substring(1))).toList();
        List<Integer> sorted = new ArrayList<>(numbers);
        sorted.sort(null);
        return numbers.equals(sorted);
    }

    @Test
    void the_file_is_offered_under_a_safe_name() {
        UploadHistory upload = newUpload()
                .registered("../evil\"\r\nX: 1/Zoë.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.RFC_4180, 1, 1)
                .staged(List.of(new StagedRow("E1,C,a,b,c,d,1,2,3", null)));
        awaitVisible(upload);
        HttpResponse<byte[]> response = get("/uploads/" + upload.id() + "/file");
        String disposition =
                response.headers().firstValue("Content-Disposition").orElseThrow();
        assertThat(disposition)
                .startsWith("attachment;")
                .contains("Zo%C3%AB-result.csv")
                .doesNotContain("/", "..%2F");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.headers().map()).doesNotContainKey("X");
    }

    @Test
    void what_cannot_be_downloaded_is_refused_with_a_status() {
        UploadHistory rejected = newUpload().rejected("bad.csv", Map.of("CELL_TYPE", 1L));
        UploadHistory staging = newUpload().registered("x.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 5, 5);
        awaitVisible(rejected);
        awaitVisible(staging);
        assertThat(get("/uploads/" + rejected.id() + "/file").statusCode()).isEqualTo(409);
        assertThat(get("/uploads/" + staging.id() + "/file").statusCode()).isEqualTo(409);
        assertThat(get("/uploads/" + staging.id() + "/file?rows=some").statusCode())
                .isEqualTo(400);
        assertThat(get("somebody-else", "/uploads/" + staging.id() + "/file").statusCode())
                .isEqualTo(404);
        assertThat(get("/uploads/nonsense/file").statusCode()).isEqualTo(404);
    }
}

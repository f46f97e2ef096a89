package io.migrator.query.download;

import static io.migrator.query.UploadHistory.error;
import static io.migrator.query.UploadHistory.success;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** How a download comes over HTTP: in parts, compressed, under a tag. */
class DownloadTransferTest extends QuerySideTest {

    private UploadHistory upload(int rows, int length) {
        String filling = "x".repeat(length);
        return newUpload()
                .registered("many.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.RFC_4180, rows, 1000)
                .staged(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new StagedRow(
                                row % 9 == 0
                                        ? "E" + row + ",é" + filling + ",\"=\r\n\",b,c,d,1,2,3"
                                        : "E" + row + ",C,a,b,c,d,1,2,3",
                                null))
                        .toList());
    }

    private UploadHistory finished(int rows) {
        UploadHistory upload = upload(rows, 10)
                .started()
                .answered(IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> row % 3 == 0 ? error(row, 1, "NO", "né " + row) : success(row, 1))
                        .toList())
                .completed();
        awaitVisible(upload);
        return upload;
    }

    private HttpResponse<byte[]> get(UploadHistory upload, String query, String... headers) {
        HttpRequest.Builder request = request(tenant, "/uploads/" + upload.id() + "/file" + query);
        return send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> head(UploadHistory upload, String query, String... headers) {
        HttpRequest.Builder request = request(tenant, "/uploads/" + upload.id() + "/file" + query);
        return send(
                (headers.length == 0 ? request : request.headers(headers))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Test
    void a_part_of_any_selection_is_just_that_part_of_the_whole() {
        UploadHistory upload = finished(5432);
        Random chance = new Random(7);
        for (String query : List.of("?rows=all", "?rows=success", "?rows=error&spreadsheet=safe")) {
            byte[] whole = get(upload, query).body();
            for (int i = 0; i < 12; i++) {
                int from = chance.nextInt(whole.length);
                int to = from + chance.nextInt(i % 2 == 0 ? 50 : whole.length);
                HttpResponse<byte[]> part = get(upload, query, "Range", "bytes=" + from + "-" + to);
                int last = Math.min(to, whole.length - 1);
                assertThat(part.statusCode()).isEqualTo(206);
                assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, from, last + 1));
                assertThat(header(part, "Content-Range")).isEqualTo("bytes " + from + "-" + last + "/" + whole.length);
            }
        }
    }

    @Test
    void a_download_that_is_taken_up_again_and_again_is_whole_in_the_end() {
        UploadHistory upload = finished(3210);
        byte[] whole = get(upload, "").body();
        String tag = header(get(upload, "", "Range", "bytes=0-0"), "ETag");
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        while (joined.size() < whole.length) {
            HttpResponse<byte[]> rest = get(upload, "", "Range", "bytes=" + joined.size() + "-", "If-Range", tag);
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(header(rest, "ETag")).isEqualTo(tag);
            joined.write(rest.body(), 0, Math.min(rest.body().length, 70_001));
        }
        assertThat(joined.toByteArray()).isEqualTo(whole);
    }

    @Test
    void a_range_after_the_end_is_refused() {
        UploadHistory upload = finished(10);
        int length = get(upload, "").body().length;
        HttpResponse<byte[]> response = get(upload, "", "Range", "bytes=" + length + "-");
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes */" + length);
        assertThat(header(response, "ETag")).isNull();
        assertThat(header(response, "Content-Disposition")).isNull();
    }

    @Test
    void a_question_for_the_headers_tells_the_length() {
        UploadHistory upload = finished(2500);
        HttpResponse<byte[]> whole = get(upload, "?rows=error");
        HttpResponse<byte[]> head = head(upload, "?rows=error");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(whole.body().length));
        for (String name : List.of("ETag", "Content-Type", "Content-Disposition", "Accept-Ranges", "Vary")) {
            assertThat(header(head, name)).isNotNull().isEqualTo(header(whole, name));
        }
        HttpResponse<byte[]> compressed = head(upload, "?rows=error", "Accept-Encoding", "gzip");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "ETag")).isNotEqualTo(header(whole, "ETag"));
        assertThat(head(upload, "", "If-None-Match", header(head(upload, ""), "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void every_form_and_every_state_has_a_tag_of_its_own() {
        UploadHistory upload = finished(5);
        Set<String> tags = new HashSet<>();
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        for (String query : List.of("?rows=all", "?rows=success", "?rows=error", "?spreadsheet=safe")) {
            answers.add(get(upload, query));
            answers.add(get(upload, query, "Accept-Encoding", "gzip"));
        }
        upload.retried().stopped();
        awaitVisible(upload);
        answers.add(get(upload, "?rows=all"));
        answers.forEach(answer -> tags.add(header(answer, "ETag")));
        assertThat(tags).hasSize(answers.size()).allMatch(tag -> tag.startsWith("\"") && tag.endsWith("\""));
    }

    @Test
    void who_has_the_file_is_told_that_it_is_still_the_same() {
        UploadHistory upload = finished(5);
        String tag = header(get(upload, ""), "ETag");
        HttpResponse<byte[]> same = get(upload, "", "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        upload.retried().stopped();
        awaitVisible(upload);
        assertThat(get(upload, "", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void a_compressed_download_is_the_same_file() throws IOException {
        UploadHistory upload = finished(3000);
        HttpResponse<byte[]> response = get(upload, "", "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                .isEqualTo(get(upload, "").body());
    }

    @Test
    void while_rows_change_the_file_comes_whole_and_promises_nothing() {
        UploadHistory upload = upload(1500, 5).started().dispatched(0);
        awaitVisible(upload);
        HttpResponse<byte[]> response = get(upload, "", "Range", "bytes=5-9");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new String(response.body(), UTF_8))
                .startsWith("EXTERNAL_ID,")
                .contains("E1500,");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("none");
        assertThat(header(response, "ETag")).isNull();
        HttpResponse<byte[]> head = head(upload, "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isNull();
    }

    /** The file is larger than what lies in sockets and buffers between the two, so the end is made after the change. */
    @Test
    void a_download_that_is_overtaken_by_a_change_breaks_off() throws IOException {
        UploadHistory upload = upload(9000, 40_000);
        awaitVisible(upload);
        byte[] before = get(upload, "").body();
        HttpResponse<InputStream> response = send(
                request(tenant, "/uploads/" + upload.id() + "/file")
                        .header("Range", "bytes=0-")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(206);
        try (InputStream body = response.body()) {
            byte[] begin = body.readNBytes(1000);
            upload.started().answered(success(1, 1), error(8999, 1, "NO", "no"));
            awaitVisible(upload);
            assertThat(begin).isEqualTo(Arrays.copyOf(before, 1000));
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}

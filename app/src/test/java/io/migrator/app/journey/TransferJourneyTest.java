package io.migrator.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** How answers of the assembled service come: files compressed by themselves, JSON by the server, refusals as documents. */
class TransferJourneyTest {

    private final Operator ann = Installation.get().ann();

    private String upload(String prefix, int rows) {
        String csv = CustomerFiles.of(rows, row -> CustomerFiles.row(prefix, row));
        return ann.upload(csv, "transfer.csv");
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return ann.send(ann.request(path).headers(headers));
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] expanded(HttpResponse<byte[]> response) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    }

    @Test
    void aDownloadIsCompressedOnceAndInPartsNotAtAll() throws IOException {
        String id = upload("transfer-a", 300);
        String path = "/api/v1/uploads/" + id + "/file";
        byte[] whole = ann.get(path).body();

        HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> part = get(path, "Accept-Encoding", "gzip", "Range", "bytes=1000-");

        assertThat(compressed.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(expanded(compressed)).isEqualTo(whole);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Encoding")).isEmpty();
        assertThat(new String(part.body(), UTF_8)).isEqualTo(new String(whole, 1000, whole.length - 1000, UTF_8));
    }

    @Test
    void aRangeAfterTheEndIsRefusedByADocumentThatSaysTheLength() {
        String id = upload("transfer-b", 3);
        String path = "/api/v1/uploads/" + id + "/file";
        HttpResponse<byte[]> whole = ann.get(path);

        HttpResponse<byte[]> refused = get(path, "Range", "bytes=" + whole.body().length + "-");

        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(header(refused, "Content-Range")).isEqualTo("bytes */" + whole.body().length);
        assertThat(Operator.json(refused).path("code").asText()).isEqualTo("REQUESTED_RANGE_NOT_SATISFIABLE");
        HttpResponse<byte[]> nothing = get(path, "Accept-Encoding", "*;q=0");
        assertThat(nothing.statusCode()).isEqualTo(406);
        assertThat(Operator.json(nothing).path("code").asText()).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void largeAnswersInJsonAreCompressedAndEventsAreNot() throws IOException {
        String id = upload("transfer-c", 100);

        HttpResponse<byte[]> rows = get("/api/v1/uploads/" + id + "/rows?limit=100", "Accept-Encoding", "gzip");
        assertThat(header(rows, "Content-Encoding")).isEqualTo("gzip");
        assertThat(new String(expanded(rows), UTF_8)).contains("transfer-c100");

        ann.start(id);
        HttpResponse<byte[]> events = get("/api/v1/uploads/" + id + "/progress", "Accept-Encoding", "gzip");
        assertThat(header(events, "Content-Type")).startsWith("text/event-stream");
        assertThat(header(events, "Content-Encoding")).isEmpty();
    }

    @Test
    void theSameFileAgainNamesTheFirst() {
        String csv = CustomerFiles.of(2, row -> CustomerFiles.row("transfer-d", row));
        String first = ann.upload(csv, "one.csv");

        HttpResponse<byte[]> second = ann.postFile(csv.getBytes(UTF_8), "two.csv");
        assertThat(second.statusCode()).isEqualTo(201);
        JsonNode upload = Operator.json(second);
        assertThat(upload.path("sameContentAs").asText()).isEqualTo(first);
        assertThat(ann.upload(upload.path("id").asText()).path("sameContentAs").asText())
                .isEqualTo(first);

        byte[] wrong = csv.replace("1980-02-29", "1980-02-30").getBytes(UTF_8);
        JsonNode refused = Operator.json(ann.postFile(wrong, "three.csv"));
        JsonNode again = Operator.json(ann.postFile(wrong, "four.csv"));
        assertThat(refused.has("sameContentAs")).isFalse();
        assertThat(again.path("sameContentAs").asText())
                .isEqualTo(refused.path("uploadId").asText());
    }

    @Test
    void aDownloadThatIsSafeForSpreadsheetsKeepsEveryCell() {
        String csv = CustomerFiles.of(1, row -> CustomerFiles.row("transfer-e", row))
                .replace("example.org,,", "example.org,+61412345678,");
        String id = ann.upload(csv, "phones.csv");

        String safe = Operator.text(ann.get("/api/v1/uploads/" + id + "/file?spreadsheet=safe"));

        assertThat(safe).contains("example.org,'+61412345678,");
        assertThat(safe.replace("'+61", "+61")).isEqualTo(ann.download(id, "all"));
    }
}

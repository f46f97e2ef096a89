package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.Sealed;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.filetypes.RowChunk;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.command.intake.idempotency.IdempotencyKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = IntakeService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson",
            "migrator.intake.max-file-size=100KB",
            "migrator.intake.max-rows=5000",
            "migrator.intake.chunk-size=10",
            "migrator.intake.memory=1MB",
            "migrator.intake.queue-timeout=0s",
            "spring.servlet.multipart.max-file-size=1KB"
        })
class UploadOverHttpTest {

    @TempDir
    static Path spool;

    @LocalServerPort
    private int port;

    @Autowired
    private RecordedUploads recorded;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RowCodec codec;

    @Autowired
    private ViolationStore store;

    @Autowired
    private IdempotencyKeys keys;

    @Autowired
    private IntakeMemory memory;

    @Autowired
    private IntakeSettings settings;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @DynamicPropertySource
    static void spoolFolder(DynamicPropertyRegistry registry) {
        registry.add("migrator.intake.spool-directory", spool::toString);
    }

    @BeforeEach
    void forget() {
        recorded.clear();
        jdbc.update("delete from upload_violations");
    }

    @AfterEach
    void nothingIsLeftInTheSpoolFolder() throws Exception {
        assertThat(spooled()).isEmpty();
    }

    @Test
    void aFormIsTakenAndItsRowsAreStagedInChunks() throws Exception {
        String text = Rows.customers(25);
        HttpResponse<String> answer = postForm("customers é.csv", text.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(201);
        RegisterFileUpload registered =
                recorded.commands(RegisterFileUpload.class).get(0);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/uploads/" + registered.uploadId());
        assertThat(registered.fileName()).isEqualTo("customers é.csv");
        assertThat(registered.fileType()).isEqualTo("CUSTOMER_DETAILS");
        assertThat(registered.tenant()).isEqualTo("acme");
        assertThat(registered.uploadedBy()).isEqualTo("alice");
        assertThat(registered.rowCount()).isEqualTo(25);
        assertThat(registered.fileBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(registered.sha256()).isEqualTo(sha256(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(recorded.commands(StageRows.class))
                .extracting(StageRows::chunk, StageRows::firstRow, StageRows::rowCount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 1, 10),
                        org.assertj.core.groups.Tuple.tuple(1, 11, 10),
                        org.assertj.core.groups.Tuple.tuple(2, 21, 5));
        assertThat(stagedRows()).hasSize(25).first().isEqualTo(new StagedRow(Rows.customer(1), null));
        assertThat(recorded.commands(CompleteStaging.class)).hasSize(1);
        assertThat(recorded.metaData())
                .allSatisfy(
                        meta -> assertThat(meta).containsEntry("tenant", "acme").containsEntry("operator", "alice"));
        assertThat(recorded.questions().get(0).minimumEvent()).isEqualTo(4);
    }

    @Test
    void aBodyOfCsvIsTakenWithItsNameFromTheAddress() throws Exception {
        HttpResponse<String> answer = post(
                "?fileName=C%3A%5Cdata%5Cours.csv",
                "text/csv; charset=UTF-8", BodyPublishers.ofString(Rows.customers(1)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(recorded.commands(RegisterFileUpload.class).get(0).fileName())
                .isEqualTo("ours.csv");
    }

    @Test
    void aCompressedBodyIsTakenAndMeasuredExpanded() throws Exception {
        byte[] text = Rows.customers(3).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = request("", "text/csv", BodyPublishers.ofByteArray(gzip(text)))
                .header("Content-Encoding", "gzip")
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(recorded.commands(RegisterFileUpload.class).get(0).fileBytes())
                .isEqualTo(text.length);
    }

    @Test
    void aSmallBodyThatExpandsBeyondTheLimitIsTooLarge() throws Exception {
        HttpRequest request = request("", "text/csv", BodyPublishers.ofByteArray(gzip(new byte[50_000_000])))
                .header("Content-Encoding", "gzip")
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertRejected(answer, "FILE_TOO_LARGE");
    }

    @Test
    void aCustomerIdThatComesAlongIsKeptBesideTheRowAndTheOtherGeneratedColumnsAreNot() throws Exception {
        String text = Rows.CUSTOMER_HEADER + ",PBJ_CUSTOMER_ID,ASSIGNED_ID,CRN,ERROR\n"
                + Rows.customer(1) + ",\"10\"\"0 \",1,2,\"no, not\nthis\"\n"
                + Rows.customer(2) + ",,,,\n";
        HttpResponse<String> answer = post("", "text/csv", BodyPublishers.ofString(text));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(stagedRows())
                .containsExactly(new StagedRow(Rows.customer(1), "10\"0 "), new StagedRow(Rows.customer(2), null));
    }

    @Test
    void recordsAreStagedAsTheyStandWithoutLineEndsAndBlankLines() throws Exception {
        String odd = Rows.customer(1).replace("Manly", "\"Man\r\nly, \"\"upper\"\"\" ");
        String text = "\uFEFF" + Rows.CUSTOMER_HEADER + "\r\n\r\n" + odd + "\r\n \r\n" + Rows.customer(2);
        HttpResponse<String> answer = post("", "text/csv", BodyPublishers.ofString(text));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(stagedRows()).extracting(StagedRow::record).containsExactly(odd, Rows.customer(2));
        RegisterFileUpload registered =
                recorded.commands(RegisterFileUpload.class).get(0);
        assertThat(registered.blankLines()).isEqualTo(2);
        assertThat(registered.dialect().byteOrderMark()).isTrue();
    }

    @Test
    void aRejectedFileIsAnsweredWithItsViolationsAndKeepsAllOfThem() throws Exception {
        StringBuilder text = new StringBuilder(Rows.CUSTOMER_HEADER + "\n");
        for (int i = 1; i <= 2500; i++) {
            text.append("C-").append(i).append(",,,,,,,,,,,,,,,,,,\n");
        }
        HttpResponse<String> answer = post("?fileName=bad.csv", "text/csv", BodyPublishers.ofString(text.toString()));

        JsonNode problem = assertRejected(answer, "CELL_REQUIRED");
        assertThat(problem.get("violations").size()).isEqualTo(1000);
        assertThat(problem.get("violationTotal").asLong()).isEqualTo(12_500);
        assertThat(problem.get("violationCounts").get("CELL_REQUIRED").asLong()).isEqualTo(10_000);
        assertThat(problem.get("violationCounts").get("CELL_CONDITION").asLong())
                .isEqualTo(2500);
        RejectFileUpload rejected = recorded.commands(RejectFileUpload.class).get(0);
        assertThat(problem.get("uploadId").asString())
                .isEqualTo(rejected.uploadId().toString());
        assertThat(rejected.violationCounts()).isEqualTo(Map.of("CELL_REQUIRED", 10_000L, "CELL_CONDITION", 2500L));
        assertThat(rejected.rowCount()).isEqualTo(2500);
        assertThat(rejected.fileType()).isEqualTo("CUSTOMER_DETAILS");
        assertThat(recorded.questions().get(0).minimumEvent()).isZero();
        List<Violation> kept = keptViolations(rejected.uploadId());
        assertThat(kept).hasSize(12_500);
        assertThat(kept.get(12_499).row()).isEqualTo(2500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n1,2\n"})
    void aFileThatCannotBeReadIsRejectedWithoutAType(String text) throws Exception {
        HttpResponse<String> answer = post("", "text/csv", BodyPublishers.ofString(text));

        assertRejected(answer, text.isEmpty() ? "FILE_EMPTY" : "FILE_HEADER_UNKNOWN");
        assertThat(recorded.commands(RejectFileUpload.class).get(0).fileType()).isNull();
    }

    @Test
    void aFileThatIsTooLargeIsRejected() throws Exception {
        HttpResponse<String> answer = postForm("big.csv", new byte[150_000]);

        assertRejected(answer, "FILE_TOO_LARGE");
        assertThat(recorded.commands(RejectFileUpload.class).get(0).fileBytes()).isEqualTo(150_000);
    }

    @Test
    void aCardNumberInTheNameIsRejectedAndMasked() throws Exception {
        HttpResponse<String> answer =
                post("?fileName=4111111111111111.csv", "text/csv", BodyPublishers.ofString(Rows.customers(1)));

        assertRejected(answer, "FILE_CARD_NUMBER");
        assertThat(recorded.commands(RejectFileUpload.class).get(0).fileName()).isEqualTo("************1111.csv");
        assertThat(answer.body()).doesNotContain("4111111111111111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream", "nonsense"})
    void anotherContentTypeIsNotTaken(String type) throws Exception {
        HttpResponse<String> answer = post("", type, BodyPublishers.ofString(Rows.customers(1)));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(recorded.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-charset", "", "%", "utf-32", "x-JISAutoDetect"})
    void anUnknownCharsetIsMalformed(String charset) throws Exception {
        String query = "?charset=" + java.net.URLEncoder.encode(charset, StandardCharsets.UTF_8);
        BodyPublisher body = BodyPublishers.ofString(Rows.customers(1));

        assertMalformed(post(query, "text/csv", body), "CHARSET_UNKNOWN");
        assertMalformed(post("", "text/csv; charset=\"" + charset + "\"", body), "CHARSET_UNKNOWN");
    }

    @Test
    void anUnknownFormForSpreadsheetsIsMalformed() throws Exception {
        assertMalformed(
                post("?spreadsheet=yes", "text/csv", BodyPublishers.ofString(Rows.customers(1))),
                "SPREADSHEET_INVALID");
    }

    @Test
    void anotherEncodingIsNotTaken() throws Exception {
        HttpRequest request = request("", "text/csv", BodyPublishers.ofString(Rows.customers(1)))
                .header("Content-Encoding", "br")
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
        assertThat(recorded.commands()).isEmpty();
    }

    @Test
    void aBodyThatIsNotInItsEncodingIsMalformed() throws Exception {
        HttpRequest request = request("", "text/csv", BodyPublishers.ofString(Rows.customers(1)))
                .header("Content-Encoding", "gzip")
                .build();
        assertMalformed(client.send(request, BodyHandlers.ofString()), "UPLOAD_INCOMPLETE");
    }

    @Test
    void aCompressedBodyThatIsCutOffIsMalformed() throws Exception {
        byte[] whole = gzip(Rows.customers(100).getBytes(StandardCharsets.UTF_8));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        HttpRequest request = request("", "text/csv", BodyPublishers.ofByteArray(half))
                .header("Content-Encoding", "gzip")
                .build();
        assertMalformed(client.send(request, BodyHandlers.ofString()), "UPLOAD_INCOMPLETE");
    }

    @Test
    void aFormThatIsCutOffIsMalformed() throws Exception {
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + Rows.customers(2);
        assertMalformed(
                post("", "multipart/form-data; boundary=x", BodyPublishers.ofString(form)), "UPLOAD_INCOMPLETE");
    }

    @Test
    void aFormWithoutABoundaryIsMalformed() throws Exception {
        assertMalformed(post("", "multipart/form-data", BodyPublishers.ofString("x")), "UPLOAD_INCOMPLETE");
    }

    @Test
    void aFormWithoutTheFileIsMalformed() throws Exception {
        String form = "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nvalue\r\n--x--\r\n";
        assertMalformed(
                post("", "multipart/form-data; boundary=x", BodyPublishers.ofString(form)), "UPLOAD_PART_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked"})
    void anUploadThatIsCutOffHalfWayLeavesNothing(String framing) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            String start = "POST /api/v1/uploads HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + framing
                    + "\r\n\r\n" + (framing.startsWith("C") ? "" : "fff\r\n") + Rows.customers(3);
            socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            org.awaitility.Awaitility.await().until(() -> !spooled().isEmpty());
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 400");
        }
        org.awaitility.Awaitility.await().until(() -> spooled().isEmpty());
        assertThat(recorded.commands()).isEmpty();
    }

    @Test
    void aFaultInTheMiddleOfStagingAbandonsTheUpload() throws Exception {
        recorded.failAtChunk(1);
        HttpResponse<String> answer = post("", "text/csv", BodyPublishers.ofString(Rows.customers(25)));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(recorded.commands(StageRows.class)).hasSize(2);
        assertThat(recorded.commands(AbandonStaging.class)).hasSize(1);
        assertThat(recorded.commands(CompleteStaging.class)).isEmpty();
    }

    @Test
    void aFileForWhoseTablesThereIsNoRoomIsTurnedAwayAndNothingOfItIsLeft() throws Exception {
        String text = Rows.customers(1) + "\n".repeat(50_000);
        HttpRequest request = request("", "text/csv", BodyPublishers.ofString(text))
                .header("Idempotency-Key", "busy")
                .build();
        try (IntakeMemory.Share other = memory.share()) {
            other.take(1024 * 1024);
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo("INTAKE_BUSY");
            assertThat(recorded.commands()).isEmpty();
            assertThat(spooled()).isEmpty();
        }
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    @Test
    void violationsPastTheirRetentionAreRemovedAndOthersStay() throws Exception {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Sealed content = codec.seal("acme", UUID.randomUUID(), new byte[] {1});
        UUID old = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        List<ViolationStore.Chunk> many = new ArrayList<>();
        for (int i = 0; i < 2100; i++) {
            many.add(new ViolationStore.Chunk(i, i * 1000L + 1, 1000, content));
        }
        store.keep("acme", old, many, now);
        store.keep("acme", recent, many.subList(0, 1), now.plusSeconds(1));

        new Retention(store, keys, settings, Clock.fixed(now, ZoneOffset.UTC)).removeExpired();

        assertThat(jdbc.queryForList("select upload_id from upload_violations", UUID.class))
                .containsExactly(recent);
    }

    @Test
    void theFileTypesAreShownAndTheirTemplatesCanBeUploaded() throws Exception {
        JsonNode types = json.readTree(get("/api/v1/file-types"));
        assertThat(types.size()).isEqualTo(7);
        for (JsonNode type : types) {
            String name = type.get("name").asString();
            assertThat(json.readTree(get("/api/v1/file-types/" + name))).isEqualTo(type);
            String template = get("/api/v1/file-types/" + name + "/template.csv");
            assertThat(post("", "text/csv", BodyPublishers.ofString(template)).statusCode())
                    .as(template)
                    .isEqualTo(201);
        }
        assertThat(recorded.commands(RegisterFileUpload.class)).hasSize(7);
    }

    private JsonNode assertRejected(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo("FILE_REJECTED");
        assertThat(problem.get("violations").get(0).get("code").asString()).isEqualTo(code);
        assertThat(problem.get("sameContentAs").asString())
                .as("the earlier upload that the read model names")
                .isEqualTo(RecordedUploads.SAME_CONTENT_AS.toString());
        assertThat(recorded.commands(RegisterFileUpload.class)).isEmpty();
        assertThat(recorded.commands(RejectFileUpload.class)).hasSize(1);
        return problem;
    }

    private void assertMalformed(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
        assertThat(recorded.commands()).isEmpty();
    }

    private List<Violation> keptViolations(UUID upload) {
        return jdbc
                .query(
                        "select content from upload_violations where tenant = 'acme' and upload_id = ? order by chunk",
                        (row, number) -> Sealed.of(row.getBytes(1)),
                        upload)
                .stream()
                .flatMap(content -> ViolationChunk.open(codec, "acme", upload, content).stream())
                .toList();
    }

    private List<StagedRow> stagedRows() {
        return recorded.commands(StageRows.class).stream()
                .flatMap(chunk -> RowChunk.read(codec.open("acme", chunk.uploadId(), chunk.content())).stream())
                .toList();
    }

    private HttpResponse<String> postForm(String name, byte[] content) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\nhello\r\n--frontier\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return post("", "multipart/form-data; boundary=frontier", BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private HttpResponse<String> post(String query, String type, BodyPublisher body) throws Exception {
        return client.send(request(query, type, body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String query, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/uploads" + query))
                .header("Content-Type", type)
                .POST(body);
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.toByteArray();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}

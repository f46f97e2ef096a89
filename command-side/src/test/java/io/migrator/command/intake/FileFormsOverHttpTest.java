package io.migrator.command.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.CsvDialect;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.filetypes.RowChunk;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.StagedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms a file may have, sent to the running intake: encodings, separators, archives, cells made safe for spreadsheets. */
@SpringBootTest(
        classes = IntakeService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson",
            "migrator.intake.max-file-size=40MB",
            "migrator.intake.max-columns=100"
        })
class FileFormsOverHttpTest {

    @TempDir
    static Path spool;

    @LocalServerPort
    private int port;

    @Autowired
    private RecordedUploads recorded;

    @Autowired
    private RowCodec codec;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @DynamicPropertySource
    static void spoolFolder(DynamicPropertyRegistry registry) {
        registry.add("migrator.intake.spool-directory", spool::toString);
    }

    @BeforeEach
    void forget() {
        recorded.clear();
    }

    @AfterEach
    void nothingIsLeftInTheSpoolFolder() throws Exception {
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void utf16WithItsMarkIsReadInEitherOrderAndRemembered() throws Exception {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            recorded.clear();
            byte[] sent = ("\uFEFF" + Rows.customers(2)).getBytes(charset);
            RegisterFileUpload upload = assertTaken(post("", "text/csv", sent));

            assertThat(upload.dialect()).isEqualTo(new CsvDialect(',', "\r\n", true, charset.name(), false));
            assertThat(upload.fileBytes()).isEqualTo(sent.length);
            assertThat(upload.sha256()).isEqualTo(sha256(sent));
            assertThat(records()).containsExactly(Rows.customer(1), Rows.customer(2));
        }
    }

    @Test
    void anotherEncodingIsReadWhenItIsDeclared() throws Exception {
        Charset windows = Charset.forName("windows-1252");
        String row = Rows.customer(1).replace("Nguyễn", "Müller–Łoś".replace("Łoś", "Lœs"));
        byte[] sent = (Rows.CUSTOMER_HEADER + "\n" + row + "\n").getBytes(windows);

        RegisterFileUpload upload = assertTaken(post("?charset=windows-1252", "text/csv", sent));
        assertThat(upload.dialect()).isEqualTo(new CsvDialect(',', "\n", false, "windows-1252", false));
        assertThat(records()).containsExactly(row);

        recorded.clear();
        assertTaken(post("", "text/csv; charset=\"windows-1252\"", sent));
        assertThat(records()).containsExactly(row);

        recorded.clear();
        assertTaken(postForm("", "text/csv; charset=windows-1252", sent));
        assertThat(records()).containsExactly(row);

        recorded.clear();
        JsonNode violation = assertRejected(post("", "text/csv", sent), "FILE_ENCODING");
        int position = new String(sent, ISO_8859_1).indexOf("\u00EB");
        assertThat(violation.get("message").asString()).contains("byte " + position + " ");
        assertThat(violation.get("line").asInt()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNoTextInTheDeclaredEncodingAreNamedByTheirPositionInTheFile() throws Exception {
        byte[] windows = (Rows.customers(1) + "C-\u0081").getBytes(ISO_8859_1);
        JsonNode violation = assertRejected(post("?charset=windows-1252", "text/csv", windows), "FILE_ENCODING");
        assertThat(violation.get("message").asString()).contains("byte " + (windows.length - 1) + " ");
        assertThat(violation.get("line").asInt()).isEqualTo(3);

        recorded.clear();
        byte[] odd = ("\uFEFF" + Rows.customers(1) + "C").getBytes(UTF_16LE);
        violation = assertRejected(post("", "text/csv", java.util.Arrays.copyOf(odd, odd.length - 1)), "FILE_ENCODING");
        assertThat(violation.get("message").asString()).contains("byte " + (odd.length - 2) + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
    void utf32IsRefusedByItsName(String charset) throws Exception {
        byte[] sent = ("\uFEFF" + Rows.customers(1)).getBytes(Charset.forName(charset));
        JsonNode violation = assertRejected(post("", "text/csv", sent), "FILE_ENCODING");
        assertThat(violation.get("message").asString()).contains("UTF-32");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void theSeparatorUnderWhichTheHeaderIsATypesIsUsed(String separator) throws Exception {
        RegisterFileUpload upload =
                assertTaken(post("", "text/csv", parted(separator).getBytes(UTF_8)));

        assertThat(upload.dialect()).isEqualTo(CsvDialect.utf8(separator.charAt(0), "\r\n", false));
        assertThat(upload.rowCount()).isEqualTo(2);
    }

    @Test
    void aFirstLineThatNamesTheSeparatorIsUnderstoodAndLinesAreStillThoseOfTheFile() throws Exception {
        String text = "\uFEFFSEP=;\r\n" + parted(";");
        RegisterFileUpload upload = assertTaken(post("", "text/csv", text.getBytes(UTF_8)));
        assertThat(upload.dialect()).isEqualTo(new CsvDialect(';', "\r\n", true, "UTF-8", true));
        assertThat(upload.rowCount()).isEqualTo(2);

        recorded.clear();
        String wrong = text.replace(";ACTIVE;", ";ASLEEP;");
        JsonNode violation = assertRejected(post("", "text/csv", wrong.getBytes(UTF_8)), "CELL_ENUM");
        assertThat(violation.get("line").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=:\n", "sep=\n", "sep=;;\n", "sep=", "sep=;x"})
    void aLineThatNamesNoSeparatorIsExplained(String line) throws Exception {
        JsonNode violation =
                assertRejected(post("", "text/csv", (line + Rows.customers(1)).getBytes(UTF_8)), "FILE_HEADER_UNKNOWN");
        assertThat(violation.get("message").asString()).contains("sep=");
        assertThat(violation.get("line").asInt()).isEqualTo(1);
    }

    @Test
    void aHeaderThatFitsNoSeparatorIsExplainedUnderTheOneThatComesNearest() throws Exception {
        String text = parted(";").replace(";TITLE;", ";TITEL;");
        JsonNode violation = assertRejected(post("", "text/csv", text.getBytes(UTF_8)), "FILE_HEADER_UNKNOWN");
        assertThat(violation.get("message").asString()).contains("CUSTOMER_DETAILS", "TITEL");
    }

    @Test
    void aHeaderOfTooManyColumnsIsNotLookedAtFurther() throws Exception {
        byte[] wide = "EXTERNAL_ID,".repeat(10_000).getBytes(UTF_8);
        JsonNode violation = assertRejected(post("", "text/csv", wide), "FILE_TOO_MANY_COLUMNS");
        assertThat(violation.get("message").asString()).contains("10001", "100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/gzip", "application/x-gzip", "application/zip", "form"})
    void anArchiveIsToldByItsBytesWhateverItIsCalled(String type) throws Exception {
        byte[] text = Rows.customers(3).getBytes(UTF_8);
        for (byte[] sent : List.of(Archives.gzip(text), Archives.zip("customers.csv", text))) {
            recorded.clear();
            RegisterFileUpload upload =
                    assertTaken(type.equals("form") ? postForm("", "text/csv", sent) : post("", type, sent));
            assertThat(upload.fileBytes()).isEqualTo(text.length);
            assertThat(upload.sha256()).isEqualTo(sha256(text));
            assertThat(records()).hasSize(3);
        }
    }

    @Test
    void aDamagedArchiveIsRejectedAndKnownByItsOwnHash() throws Exception {
        byte[] whole = Archives.gzip(Rows.customers(300).getBytes(UTF_8));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertRejected(post("", "application/gzip", half), "FILE_ARCHIVE");
        RejectFileUpload rejected = recorded.commands(RejectFileUpload.class).get(0);
        assertThat(rejected.fileBytes()).isEqualTo(half.length);
        assertThat(rejected.sha256()).isEqualTo(sha256(half));
    }

    @Test
    void whatExpandsOutOfProportionIsRefusedAsAFileAndAsABody() throws Exception {
        byte[] bomb = Archives.gzip(new byte[30_000_000]);
        assertRejected(post("", "application/gzip", bomb), "FILE_ARCHIVE_RATIO");
        recorded.clear();
        assertRejected(post("", "application/zip", Archives.zip("a.csv", new byte[30_000_000])), "FILE_ARCHIVE_RATIO");
        recorded.clear();
        HttpRequest compressed =
                request("", "text/csv", bomb).header("Content-Encoding", "gzip").build();
        assertRejected(client.send(compressed, BodyHandlers.ofString()), "FILE_ARCHIVE_RATIO");
        recorded.clear();
        byte[] formBomb = Archives.gzip(form("text/csv", new byte[30_000_000]));
        HttpRequest form = request("", "multipart/form-data; boundary=frontier", formBomb)
                .header("Content-Encoding", "gzip")
                .build();
        assertRejected(client.send(form, BodyHandlers.ofString()), "FILE_ARCHIVE_RATIO");
    }

    @Test
    void whatExpandsBeyondTheLimitIsTooLarge() throws Exception {
        byte[] rows = (Rows.CUSTOMER_HEADER + "\n" + Archives.noise(500_000).repeat(90)).getBytes(UTF_8);
        assertRejected(post("", "application/gzip", Archives.gzip(rows)), "FILE_TOO_LARGE");
    }

    @Test
    void cellsMadeSafeForSpreadsheetsLoseExactlyTheirApostrophe() throws Exception {
        String row = Rows.customer(1).replace(",c1@example.com,,", ",c1@example.com,+61412345678,");
        String quoted =
                Rows.customer(2).replace("Zoë", "\"''n \"\"Sonne\"\", \n\"").replace("Manly", "O'Hara");
        String safe = row.replace(",+61", ",'+61") + "\r\n"
                + quoted.replace("\"''n", "\"'''n").replace("C-2", "'=2") + "\r\n";
        String text = Rows.CUSTOMER_HEADER + ",PBJ_CUSTOMER_ID\r\n"
                + safe.replace("\r\n", ",'-7\r\n").replaceFirst("'-7", "");
        assertTaken(post("?spreadsheet=safe", "text/csv", text.getBytes(UTF_8)));

        assertThat(stagedRows())
                .containsExactly(new StagedRow(row, null), new StagedRow(quoted.replace("C-2", "=2"), "-7"));
    }

    @Test
    void valuesAreUniqueWithoutTheirApostrophes() throws Exception {
        String text = Rows.CUSTOMER_HEADER + "\n" + Rows.customer(1).replace("C-1", "'=1") + "\n"
                + Rows.customer(2).replace("C-2", "\"=1\"") + "\n";
        assertRejected(post("?spreadsheet=safe", "text/csv", text.getBytes(UTF_8)), "CELL_NOT_UNIQUE");
        recorded.clear();
        assertTaken(post("", "text/csv", text.getBytes(UTF_8)));
    }

    private static String parted(String separator) {
        return (Rows.CUSTOMER_HEADER + "\r\n" + Rows.customer(1) + "\r\n" + Rows.customer(2) + "\r\n")
                .replace(",", separator)
                .replace("Unit 4" + separator, "Unit 4,");
    }

    private RegisterFileUpload assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return recorded.commands(RegisterFileUpload.class).get(0);
    }

    private JsonNode assertRejected(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode violation = json.readTree(answer.body()).get("violations").get(0);
        assertThat(violation.get("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(recorded.commands(RegisterFileUpload.class)).isEmpty();
        return violation;
    }

    private List<String> records() {
        return stagedRows().stream().map(StagedRow::record).toList();
    }

    private List<StagedRow> stagedRows() {
        return recorded.commands(StageRows.class).stream()
                .flatMap(chunk -> RowChunk.read(codec.open("acme", chunk.uploadId(), chunk.content())).stream())
                .toList();
    }

    private HttpResponse<String> post(String query, String type, byte[] body) throws Exception {
        return client.send(request(query, type, body).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> postForm(String query, String type, byte[] content) throws Exception {
        return post(query, "multipart/form-data; boundary=frontier", form(type, content));
    }

    private static byte[] form(String type, byte[] content) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(UTF_8));
        form.write(content);
        form.write("\r\n--frontier--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private HttpRequest.Builder request(String query, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/uploads" + query))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}

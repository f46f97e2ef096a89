package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.ColumnType;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.Topics;
import io.migrator.embedded.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/**
 * Card numbers are sent wherever something can be sent, each place its own. Afterwards none is anywhere: not in a table, on a
 * topic that the service writes to, in the log, in the spool folder, or in an answer.
 */
class NoCardNumberJourneyTest {

    /** Others write to it: what they put there is theirs, and so is what they set aside from the service's own topic. */
    private static final Set<String> TOPICS_OF_OTHERS = Set.of(Topics.ANSWERS, Topics.ROWS_DEAD_LETTERS);

    private final Installation installation = Installation.get();
    private final Operator ann = installation.ann();
    private final Operator otto = installation.operator("otto");
    private final PlantedCards cards = new PlantedCards();
    private final Set<String> traces = new TreeSet<>();

    @Test
    void noCardNumberIsLeftAnywhere() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            everyColumn();
            headersAndNames();
            otherFormsOfAFile();
            requestsThatAreNoFile();
            generatedColumns();
            answersOfTheTarget();
            deadLetters();

            log.lines().forEach(line -> look("the log", line));
            assertThat(log.lines()).anyMatch(line -> line.startsWith("DEBUG io.migrator"));
        }
        StoredTexts tables = new StoredTexts(installation.jdbc(), this::look);
        assertThat(tables.read()).contains("public.domainevententry", "public.csv_rows", "crm.customers");
        assertThat(tables.sealed()).isPositive();
        TopicTexts.read((topic, text) -> {
            if (!TOPICS_OF_OTHERS.contains(topic)) {
                look(topic, text);
            }
        });
        try (Stream<Path> spooled = Files.list(installation.spoolFolder())) {
            assertThat(spooled).isEmpty();
        }
        assertThat(cards.count()).isGreaterThan(80);
        assertThat(traces).isEmpty();
    }

    private void everyColumn() {
        for (FileTypeSpec type : FileTypes.load().all()) {
            StringBuilder csv = new StringBuilder(String.join(",", type.header())).append("\r\n");
            List<String> planted = new ArrayList<>();
            for (ColumnSpec column : type.columns()) {
                if (column.type() == ColumnType.STRING && !column.mayHoldLongNumbers()) {
                    String place = type.name() + "." + column.name();
                    csv.append(row(type, column.name(), cards.inSomeWriting(place)))
                            .append("\r\n");
                    planted.add(place);
                }
            }
            JsonNode report = refused(csv.toString().getBytes(StandardCharsets.UTF_8), "columns.csv", "");
            assertThat(report.at("/violationCounts/CELL_CARD_NUMBER").asInt())
                    .as("%s: %s", type, report)
                    .isEqualTo(planted.size());
        }
    }

    private void headersAndNames() {
        String file = CustomerFiles.of(1, n -> CustomerFiles.row("cards-", n));
        refusedFor("FILE_CARD_NUMBER", file.replaceFirst("FIRST_NAME", cards.inFours("the header", " ")), "h.csv");
        refusedFor("FILE_CARD_NUMBER", cards.visa("a header alone") + "," + cards.amex("a header's end"), "h.csv");
        refusedFor("FILE_CARD_NUMBER", file, encoded(cards.inFours("?fileName=", " ") + ".csv"));
        refusedFor("FILE_CARD_NUMBER", file, cards.visa("?fileName= solid") + ".csv");
        HttpResponse<byte[]> form = answer(form(cards.inFours("the form's file name", "-") + ".csv", file));
        assertThat(Operator.json(form).at("/violationCounts/FILE_CARD_NUMBER").asInt())
                .isEqualTo(1);
    }

    private void otherFormsOfAFile() throws IOException {
        String note = "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,NOTED_AT,AUTHOR,CATEGORY,PINNED,BODY\r\n"
                + "N-1,C-1,2020-01-01T00:00:00Z,,GENERAL,,\"He said:\r\n\"\"it is " + cards.amex("a quoted note")
                + "\"\"\r\nand left\"\r\n";
        refusedFor("CELL_CARD_NUMBER", note, "note.csv");
        String row = CustomerFiles.of(1, n -> CustomerFiles.row("cards-", n));
        byte[] wide = ("\uFEFF" + row.replace("Zoë", cards.inFours("UTF-16", " "))).getBytes(StandardCharsets.UTF_16LE);
        assertThat(refused(wide, "wide.csv", "").path("code").asText()).isEqualTo("FILE_REJECTED");
        byte[] packed = packed(row.replace("Zoë", cards.inFours("gzip", "-")));
        assertThat(refused(packed, "packed.csv", "gzip")
                        .at("/violationCounts/CELL_CARD_NUMBER")
                        .asInt())
                .isEqualTo(1);
        String broken = row.replace("Zoë", "\"Zoë") + cards.visa("after a broken quote");
        refused(broken.getBytes(StandardCharsets.UTF_8), "broken.csv", "");
        refused((row + cards.visa("a row of one cell")).getBytes(StandardCharsets.UTF_8), "short.csv", "");
        byte[] foreign = row.replace("Zoë", "Zo\u00EB " + cards.visa("Latin-1")).getBytes(StandardCharsets.ISO_8859_1);
        refused(foreign, "foreign.csv", "");
    }

    private void requestsThatAreNoFile() {
        String file = CustomerFiles.of(1, n -> CustomerFiles.row("cards-key-", n));
        HttpResponse<byte[]> refused = answer(upload(file).header("Idempotency-Key", cards.visa("Idempotency-Key")));
        assertThat(refused.statusCode()).isEqualTo(400);
        HttpResponse<byte[]> kept = answer(upload(file).header("X-Correlation-Id", cards.visa("X-Correlation-Id")));
        assertThat(kept.statusCode()).isEqualTo(201);
        look("an answer", String.valueOf(kept.headers().map()));
        for (String query : List.of("name=", "cursor=", "status=", "fileType=", "limit=", "charset=", "anything=")) {
            answer(ann.request("/api/v1/uploads?" + query + cards.visa("?" + query)));
            answer(ann.request("/api/v1/uploads?" + query + encoded(cards.inFours("?" + query + " in fours", " "))));
        }
        for (String path : List.of("/api/v1/uploads/", "/api/v1/file-types/", "/api/v1/", "/api/v1/projections/")) {
            answer(ann.request(path + cards.visa(path)));
            answer(ann.request(path + encoded(cards.inFours(path + " in fours", " "))));
        }
        answer(ann.request("/api/v1/uploads")
                .header("Content-Type", "text/csv; charset=" + cards.visa("the content type"))
                .POST(BodyPublishers.ofString(file)));
    }

    private void generatedColumns() {
        String header = CustomerFiles.HEADER + ",PBJ_CUSTOMER_ID,ASSIGNED_ID,CRN,ERROR\r\n";
        String row = CustomerFiles.row("cards-generated-", 1);
        refusedFor("CELL_CARD_NUMBER", header + row + "," + cards.visa("PBJ_CUSTOMER_ID") + ",,,\r\n", "ids.csv");
        String ignored = header + row + ",," + cards.visa("ASSIGNED_ID") + "," + cards.amex("CRN") + ",\"declined: "
                + cards.inFours("ERROR", " ") + "\"\r\n";
        String id = ann.upload(ignored, "ignored.csv");
        ann.start(id);
        ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE");
        look("a download", ann.download(id, "all"));
    }

    private void answersOfTheTarget() throws Exception {
        installation.stopTarget();
        try {
            String id = ann.upload(CustomerFiles.of(3, n -> CustomerFiles.row("cards-answered-", n)), "answered.csv");
            ann.start(id);
            send(
                    Topics.ANSWERS,
                    answer(
                            id,
                            1,
                            "\"status\":\"ERROR\",\"error\":{\"code\":\"DECLINED " + cards.visa("code")
                                    + "\",\"message\":\"card " + cards.inFours("message", " ") + " was declined\"}"));
            int before = letters();
            send(Topics.ANSWERS, answer(id, 2, success(cards.visa("pbjCustomerId"), "5", "6")));
            send(Topics.ANSWERS, answer(id, 2, success("4", cards.visa("assignedId"), "6")));
            send(Topics.ANSWERS, answer(id, 2, success("4", "5", cards.inFours("crn", "\\\\u00a0"))));
            awaitLetters(before + 3);
            for (String field : List.of("pbjCustomerId", "assignedId", "crn")) {
                assertThat(reasons("ANSWER_CARD_NUMBER")).anyMatch(reason -> reason.contains(field));
            }
            send(Topics.ANSWERS, answer(id, 2, success("4", "5", "6")));
            send(Topics.ANSWERS, answer(id, 3, success("7", "8", "9")));
            ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE_WITH_ERRORS");
            String download = ann.download(id, "all");
            look("a download", download);
            assertThat(download).contains("was declined");
            for (String path : List.of("/rows", "/rows/1", "/rows/2", "")) {
                answer(ann.request("/api/v1/uploads/" + id + path));
            }
            answer(installation.operator("audrey").request("/api/v1/uploads/" + id + "/events"));
        } finally {
            installation.startTarget();
        }
    }

    private void deadLetters() throws Exception {
        int before = letters();
        send(Topics.ANSWERS, "no JSON: " + cards.inFours("an unreadable answer", " "));
        send(
                Topics.ANSWERS,
                answer("00000000-0000-0000-0000-000000000001", 1, success(cards.visa("no upload"), "1", "1")));
        ProducerRecord<String, byte[]> theirs = new ProducerRecord<>(
                Topics.ROWS_DEAD_LETTERS, "key", cards.visa("others' letter").getBytes(StandardCharsets.UTF_8));
        theirs.headers()
                .add(
                        DeadLetterHeaders.REASON,
                        ("card " + cards.inFours("others' reason", "-")).getBytes(StandardCharsets.UTF_8));
        send(theirs);
        awaitLetters(before + 3);
    }

    private void awaitLetters(int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letters()).isEqualTo(count));
    }

    private List<String> reasons(String code) {
        List<String> reasons = new ArrayList<>();
        Operator.json(answer(otto.request("/api/v1/dead-letters?limit=500")))
                .path("items")
                .forEach(letter -> {
                    if (letter.path("code").asText().equals(code)) {
                        reasons.add(letter.path("reason").asText());
                    }
                });
        return reasons;
    }

    private int letters() {
        return Operator.json(answer(otto.request("/api/v1/dead-letters?limit=500")))
                .path("items")
                .size();
    }

    private void look(String where, String text) {
        cards.tracedIn(text).ifPresent(place -> traces.add("from " + place + " in " + where));
    }

    private void refusedFor(String code, String csv, String fileName) {
        JsonNode report = refused(csv.getBytes(StandardCharsets.UTF_8), fileName, "");
        assertThat(report.at("/violationCounts/" + code).asInt())
                .as("%s", report)
                .isPositive();
    }

    /** Sends a file that is refused; looks at the refusal and at the reports about it. */
    private JsonNode refused(byte[] file, String fileName, String encoding) {
        HttpRequest.Builder request = ann.request("/api/v1/uploads?fileName=" + fileName)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file));
        HttpResponse<byte[]> response =
                answer(encoding.isEmpty() ? request : request.header("Content-Encoding", encoding));
        assertThat(response.statusCode()).as(Operator.text(response)).isEqualTo(422);
        JsonNode refusal = Operator.json(response);
        String report = "/api/v1/uploads/" + refusal.path("uploadId").asText() + "/violations";
        answer(ann.request(report));
        answer(ann.request(report).header("Accept", "text/csv"));
        return refusal;
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = ann.send(request);
        assertThat(response.statusCode()).isLessThan(500);
        look("an answer", Operator.text(response));
        return response;
    }

    private HttpRequest.Builder upload(String file) {
        return ann.request("/api/v1/uploads?fileName=key.csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file));
    }

    private HttpRequest.Builder form(String fileName, String file) {
        return ann.request("/api/v1/uploads")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n" + file + "\r\n--limit--\r\n"));
    }

    private static String row(FileTypeSpec type, String column, String cell) {
        return String.join(
                ",",
                type.columns().stream()
                        .map(spec -> spec.name().equals(column)
                                ? cell
                                : spec.examples().get(0))
                        .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String success(String customer, String assigned, String crn) {
        return "\"status\":\"SUCCESS\",\"pbjCustomerId\":\"" + customer + "\",\"assignedId\":\"" + assigned
                + "\",\"crn\":\"" + crn + "\",\"action\":\"INSERTED\"";
    }

    private static String answer(String upload, int row, String rest) {
        return "{\"version\":1,\"tenant\":\"acme\",\"uploadId\":\"" + upload + "\",\"row\":" + row + ",\"attempt\":1,"
                + rest + "}";
    }

    private static void send(String topic, String value) throws Exception {
        send(new ProducerRecord<>(topic, "key", value.getBytes(StandardCharsets.UTF_8)));
    }

    private static void send(ProducerRecord<String, byte[]> message) throws Exception {
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(configuration)) {
            producer.send(message).get();
        }
    }
}

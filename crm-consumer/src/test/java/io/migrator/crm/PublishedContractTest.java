package io.migrator.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.RowMessage;
import io.migrator.api.wire.Topics;
import io.migrator.api.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published documents say what the code does. */
class PublishedContractTest {

    private static final Path DOCUMENTS = Path.of("..", "docs", "wire");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema ROW = schema("row-message.schema.json");
    private static final JsonSchema ANSWER = schema("row-answer.schema.json");
    private static final JsonNode DOCUMENT = asyncApi();
    private static final WireCodec CODEC = new WireCodec();

    static Stream<RowMessage> rowsOfEveryType() {
        return Stream.of(
                        Rows.customer("EXT-1").of("100001").with("WEEKLY_SPEND_LIMIT_CENTS", Long.MAX_VALUE),
                        Rows.note("N-1", "EXT-1").with("PINNED", true),
                        Rows.card("PM-1", "EXT-1"),
                        Rows.ticket("T-1", "EXT-1"),
                        Rows.recurring("R-1", "EXT-1", "PM-1"),
                        Rows.preference("P-1", "EXT-1", "2024-01-01T00:00:00Z", false),
                        Rows.gatewayMigration("PM-1", "EXT-1").at(Long.MAX_VALUE))
                .map(Rows.Row::message);
    }

    @ParameterizedTest
    @MethodSource("rowsOfEveryType")
    void aRowOfEveryTypeIsAsPublished(RowMessage row) throws IOException {
        assertThat(problems(ROW, CODEC.write(row))).isEmpty();
    }

    @Test
    void everyKindOfAnswerIsAsPublished() throws IOException {
        Installation target = new Installation();
        List<RowMessage> messages = Stream.of(
                        Rows.note("N-1", "EXT-1"),
                        Rows.customer("EXT-1").at(2),
                        Rows.customer("EXT-1").at(3).with("FIRST_NAME", "Ada"),
                        Rows.customer("EXT-1").at(3).with("FIRST_NAME", "Ada"),
                        Rows.customer("EXT-1").at(1))
                .map(Rows.Row::message)
                .toList();
        List<ConsumerRecord<byte[], byte[]>> records = messages.stream()
                .map(row -> new ConsumerRecord<>("rows", 0, 0, new byte[0], CODEC.write(row)))
                .toList();

        List<ProducerRecord<byte[], byte[]>> sent = target.handle(records);

        assertThat(target.answers(sent).stream()
                        .map(answer -> answer.error() == null
                                ? answer.action().name()
                                : answer.error().code()))
                .containsExactly("TARGET_CUSTOMER_UNKNOWN", "INSERTED", "UPDATED", "UNCHANGED", "SUPERSEDED");
        for (ProducerRecord<byte[], byte[]> answer : sent) {
            assertThat(problems(ANSWER, answer.value())).isEmpty();
        }
    }

    @Test
    void theExamplesAreAsPublishedAndCanBeRead() throws Exception {
        List<JsonNode> rows = examples("row");
        List<JsonNode> answers = examples("answer");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(3);
        for (JsonNode row : rows) {
            byte[] value = JSON.writeValueAsBytes(row);
            assertThat(problems(ROW, value)).isEmpty();
            assertThat(JSON.readTree(CODEC.write(CODEC.readRow(value)))).isEqualTo(JSON.readTree(value));
        }
        for (JsonNode answer : answers) {
            byte[] value = JSON.writeValueAsBytes(answer);
            assertThat(problems(ANSWER, value)).isEmpty();
            assertThat(JSON.readTree(CODEC.write(CODEC.readAnswer(value)))).isEqualTo(JSON.readTree(value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "tenant",
                "uploadId",
                "row",
                "attempt",
                "sequence",
                "fileType",
                "externalId",
                "desiredState"
            })
    void aRowWithoutARequiredFieldIsNotAsPublished(String field) throws IOException {
        ObjectNode row =
                (ObjectNode) JSON.readTree(CODEC.write(Rows.customer("EXT-1").message()));
        row.remove(field);

        assertThat(problems(ROW, JSON.writeValueAsBytes(row))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pbjCustomerId", "assignedId", "crn", "action", "status"})
    void aSuccessWithoutARequiredFieldIsNotAsPublished(String field) throws IOException {
        ObjectNode answer = (ObjectNode) examples("answer").get(0).deepCopy();
        answer.remove(field);

        assertThat(problems(ANSWER, JSON.writeValueAsBytes(answer))).isNotEmpty();
    }

    @Test
    void theTopicsAndHeadersAreThoseOfTheCode() {
        List<String> addresses = StreamSupport.stream(DOCUMENT.path("channels").spliterator(), false)
                .map(channel -> channel.path("address").asText())
                .toList();
        JsonNode headers = DOCUMENT.at("/components/messages/deadLetter/headers/properties");

        assertThat(addresses)
                .containsExactlyInAnyOrder(
                        Topics.ROWS, Topics.ANSWERS, Topics.ROWS_DEAD_LETTERS, Topics.ANSWERS_DEAD_LETTERS);
        assertThat(headers.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        DeadLetterHeaders.CODE,
                        DeadLetterHeaders.REASON,
                        DeadLetterHeaders.TOPIC,
                        DeadLetterHeaders.PARTITION,
                        DeadLetterHeaders.OFFSET);
    }

    @Test
    void everyReferenceOfTheDocumentLeadsSomewhere() {
        List<String> references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(10).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(DOCUMENTS.resolve(reference)).exists();
            }
        });
    }

    private static Set<ValidationMessage> problems(JsonSchema schema, byte[] value) throws IOException {
        return schema.validate(
                JSON.readTree(value), context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static List<JsonNode> examples(String message) {
        return StreamSupport.stream(
                        DOCUMENT.at("/components/messages/" + message + "/examples")
                                .spliterator(),
                        false)
                .map(example -> example.path("payload"))
                .toList();
    }

    private static JsonSchema schema(String file) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text(file));
    }

    private static JsonNode asyncApi() {
        try {
            return new YAMLMapper().readTree(text("asyncapi.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(DOCUMENTS.resolve(file), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

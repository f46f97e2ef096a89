package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Answers.assertRefused;
import static io.migrator.crm.Rows.customer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.api.wire.WireCodec;
import io.migrator.crm.Rows.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRowsTest {

    private static final Installation TARGET = new Installation();

    @BeforeEach
    void empty() {
        TARGET.empty();
    }

    @Test
    void anUnknownFileTypeIsAnsweredWithAnError() {
        assertRefused(TARGET.takeOne(Rows.of("LOYALTY_LEVELS", "L-1")), "TARGET_FILE_TYPE_UNKNOWN");
    }

    static Stream<Row> rowsWithABadValue() {
        return Stream.of(
                customer("EXT-1").with("NICKNAME", "Zoë"),
                customer("EXT-1").with("FIRST_NAME", 5L),
                customer("EXT-1").with("FIRST_NAME", ""),
                customer("EXT-1").with("FIRST_NAME", "a\0b"),
                customer("EXT-1").with("FIRST_NAME", null),
                customer("EXT-1").with("FIRST_NAME", List.of("Zoë")),
                customer("EXT-1").with("FIRST_NAME", Map.of("given", "Zoë")),
                customer("EXT-1").with("DATE_OF_BIRTH", "1981-02-29"),
                customer("EXT-1").with("DATE_OF_BIRTH", "29.02.1980"),
                customer("EXT-1").with("DATE_OF_BIRTH", "+12345-01-01"),
                customer("EXT-1").with("REGISTERED_AT", "2024-01-01T00:00:00"),
                customer("EXT-1").with("REGISTERED_AT", "+999999999-01-01T00:00:00Z"),
                customer("EXT-1").with("REGISTERED_AT", "0001-01-01T00:00:00+10:00"),
                customer("EXT-1").with("REGISTERED_AT", "9999-12-31T23:00:00-10:00"),
                customer("EXT-1").with("REGISTERED_AT", 5L),
                customer("EXT-1").with("EMAIL_VERIFIED", "true"),
                customer("EXT-1").with("WEEKLY_SPEND_LIMIT_CENTS", -1L),
                customer("EXT-1").with("WEEKLY_SPEND_LIMIT_CENTS", 1.5),
                customer("EXT-1").with("WEEKLY_SPEND_LIMIT_CENTS", "5"),
                customer(""),
                customer("x".repeat(101)),
                customer("a\0b"));
    }

    @ParameterizedTest
    @MethodSource("rowsWithABadValue")
    void aBadValueIsAnsweredWithAnErrorAndDoesNotDisturbTheRestOfThePoll(Row bad) {
        List<RowAnswer> answers = TARGET.take(customer("EXT-0"), bad, customer("EXT-2"));

        assertAction(answers.get(0), Action.INSERTED);
        assertRefused(answers.get(1), "TARGET_VALUE_INVALID");
        assertAction(answers.get(2), Action.INSERTED);
        assertThat(TARGET.query("SELECT external_id FROM crm.customers ORDER BY 1"))
                .containsExactly("EXT-0", "EXT-2");
    }

    @Test
    void halfASurrogatePairIsABadValue() {
        String json =
                new String(new WireCodec().write(customer("EXT-1").message()), UTF_8).replace("Müller", "\\ud83d");

        assertRefused(TARGET.answers(handle(json)).get(0), "TARGET_VALUE_INVALID");
    }

    @Test
    void aHundredCharactersAreEnoughForAnExternalIdWhateverTheyCost() {
        assertAction(TARGET.takeOne(customer("😀".repeat(100))), Action.INSERTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "5",
                "{",
                "{}",
                "{\"version\":1}",
                "\u0000\u0001\u0002",
                "VALID trailing",
            })
    void whatIsNoMessageIsSetAside(String text) {
        String valid = new String(new WireCodec().write(customer("EXT-1").message()), UTF_8);

        assertSetAside(text.replace("VALID", valid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":1->\"version\":2",
                "\"tenant\":\"acme\"->\"tenant\":null",
                "\"tenant\":\"acme\"->\"tenant\":\" \"",
                "\"tenant\":\"acme\"->\"tenant\":\"a\\u0000b\"",
                "\"tenant\":\"acme\"->\"tenant\":\"\\ud83d\"",
                "\"uploadId\":\"00000000-0000-4000-8000-000000000001\"->\"uploadId\":\"7\"",
                "\"row\":1,->",
                "\"row\":1->\"row\":0",
                "\"row\":1->\"row\":\"1\"",
                "\"attempt\":1->\"attempt\":0",
                "\"sequence\":1,->",
                "\"sequence\":1->\"sequence\":-1",
                "\"sequence\":1->\"sequence\":9223372036854775808",
                "\"fileType\":\"CUSTOMER_DETAILS\",->",
                "\"externalId\":\"EXT-1\",->",
                "\"desiredState\":{->\"other\":{",
                "\"desiredState\":{->\"desiredState\":{\"WEEKLY_SPEND_LIMIT_CENTS\":9223372036854775808,",
            })
    void aMessageWithAFieldMissingOrOutOfRangeIsSetAside(String change) {
        String[] fromTo = change.split("->", -1);
        String valid = new String(new WireCodec().write(customer("EXT-1").message()), UTF_8);
        assertThat(valid).contains(fromTo[0]);

        assertSetAside(valid.replace(fromTo[0], fromTo[1]));
    }

    private static void assertSetAside(String json) {
        List<ProducerRecord<byte[], byte[]>> sent = handle(json);

        assertThat(sent).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Installation.TOPICS.deadLetters());
            assertThat(letter.value()).isEqualTo(json.getBytes(UTF_8));
            assertThat(new String(
                            letter.headers()
                                    .lastHeader(DeadLetterHeaders.REASON)
                                    .value(),
                            UTF_8))
                    .isNotBlank()
                    .doesNotContain("Müller");
        });
    }

    @Test
    void aFieldOfALaterVersionOfTheContractIsIgnored() {
        String json = new String(new WireCodec().write(customer("EXT-1").message()), UTF_8)
                .replace("\"row\":1", "\"colour\":\"red\",\"row\":1");

        assertAction(TARGET.answers(handle(json)).get(0), Action.INSERTED);
    }

    @Test
    void aDeadLetterThatCouldNotBeWrittenOnceMoreGoesWithoutItsValue() {
        byte[] large = new byte[950_000];

        List<ProducerRecord<byte[], byte[]>> sent =
                TARGET.handle(List.of(new ConsumerRecord<>("rows", 2, 77, new byte[] {1}, large)));

        assertThat(sent).singleElement().satisfies(letter -> {
            assertThat(letter.value() == null).as("without value").isTrue();
            assertThat(new String(
                            letter.headers()
                                    .lastHeader(DeadLetterHeaders.OFFSET)
                                    .value(),
                            UTF_8))
                    .isEqualTo("77");
        });
    }

    private static List<ProducerRecord<byte[], byte[]>> handle(String json) {
        return TARGET.handle(List.of(new ConsumerRecord<>("rows", 0, 0, null, json.getBytes(UTF_8))));
    }
}

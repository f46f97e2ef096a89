package io.migrator.saga.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.event.RowOutcome;
import io.migrator.api.wire.Topics;
import io.migrator.api.wire.WireCodec;
import io.migrator.saga.kafka.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final UUID UPLOAD = UUID.fromString("1f846a27-2454-4477-9558-2238a022ce5c");

    private final DeadLetters deadLetters = new DeadLetters();

    @ParameterizedTest
    @ValueSource(strings = {"pbjCustomerId", "assignedId", "crn"})
    void anAnswerWhoseIdLooksLikeACardNumberSettlesNothing(String field) {
        String answer = success("7", "8", "9").replaceFirst("(\"" + field + "\":)\"\\d\"", "$1\"4111111111111111\"");
        assertThat(answer).contains("4111111111111111");

        Answers answers = read(answer, success("7", "8", "9"));

        assertThat(outcomes(answers)).extracting(RowOutcome::crn).containsExactly("9");
        assertThat(deadLetters.size()).isEqualTo(1);
    }

    @Test
    void idsAreKeptAsTheyAre() {
        String uuid = "1f846a27-2454-4477-9558-2238a022ce5c";

        Answers answers = read(success(uuid, "4111111111111112", "CRN-1"));

        assertThat(outcomes(answers)).singleElement().satisfies(outcome -> {
            assertThat(outcome.pbjCustomerId()).isEqualTo(uuid);
            assertThat(outcome.assignedId()).isEqualTo("4111111111111112");
            assertThat(outcome.crn()).isEqualTo("CRN-1");
        });
        assertThat(deadLetters.size()).isZero();
    }

    @Test
    void whatARefusalSaysIsMasked() {
        Answers answers = read(answer("\"status\":\"ERROR\",\"error\":{\"code\":\"NO 4111111111111111\","
                + "\"message\":\"card 4111-1111-1111-1111 declined\"}"));

        assertThat(outcomes(answers)).singleElement().satisfies(outcome -> {
            assertThat(outcome.errorCode()).isEqualTo("NO ************1111");
            assertThat(outcome.errorMessage()).isEqualTo("card ****-****-****-1111 declined");
        });
        assertThat(deadLetters.size()).isZero();
    }

    private Answers read(String... answers) {
        return Answers.read(
                List.of(answers).stream()
                        .map(text -> new ConsumerRecord<>(
                                Topics.ANSWERS, 0, 0, "key", text.getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                new WireCodec(),
                deadLetters);
    }

    private static List<RowOutcome> outcomes(Answers answers) {
        return answers.byUpload().get(new Answers.Upload(UPLOAD, "acme"));
    }

    private static String success(String customer, String assigned, String crn) {
        return answer("\"status\":\"SUCCESS\",\"pbjCustomerId\":\"" + customer + "\",\"assignedId\":\"" + assigned
                + "\",\"crn\":\"" + crn + "\",\"action\":\"INSERTED\"");
    }

    private static String answer(String rest) {
        return "{\"version\":1,\"tenant\":\"acme\",\"uploadId\":\"" + UPLOAD + "\",\"row\":1,\"attempt\":1," + rest
                + "}";
    }
}

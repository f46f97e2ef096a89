package io.migrator.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.api.wire.RowAnswer.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is written is read as it was, in whatever order another target puts its fields. */
class AnswersAsWrittenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID UPLOAD = UUID.fromString("6f1f1c1e-0000-4000-8000-000000000001");
    private static final RowAnswer SUCCESS =
            new RowAnswer(1, "acme", UPLOAD, 5, 2, Status.SUCCESS, "100017", "7", "1000174", Action.INSERTED, null);

    private final WireCodec wire = new WireCodec();

    @Property(tries = 500)
    void aSuccessIsReadAsWritten(@ForAll @StringLength(max = 30) String text, @ForAll Action action, @ForAll long order)
            throws Exception {
        String id = text.replace("\0", "");
        RowAnswer answer = new RowAnswer(1, text, UPLOAD, 5, 2, Status.SUCCESS, id, id + "1", id + "2", action, null);

        assertThat(wire.readAnswer(wire.write(answer))).isEqualTo(answer);
        assertThat(wire.readAnswer(inOrder(SUCCESS, order))).isEqualTo(SUCCESS);
    }

    @Property(tries = 500)
    void aRefusalIsReadAsWritten(@ForAll @StringLength(max = 30) String text) throws Exception {
        RowAnswer.Error error = new RowAnswer.Error("CODE", text.replace("\0", ""));
        RowAnswer answer = new RowAnswer(1, "acme", UPLOAD, 5, 2, Status.ERROR, null, null, null, null, error);

        assertThat(wire.readAnswer(wire.write(answer))).isEqualTo(answer);
    }

    @Test
    void whatAnAnswerDoesNotHaveIsLeftOut() throws IOException {
        RowAnswer answer = new RowAnswer(
                1, "acme", UPLOAD, 5, 2, Status.ERROR, null, null, null, null, new RowAnswer.Error("CODE", null));

        assertThat(JSON.readTree(wire.write(answer)))
                .isEqualTo(JSON.readTree("{\"version\":1,\"tenant\":\"acme\",\"uploadId\":\"" + UPLOAD
                        + "\",\"row\":5,\"attempt\":2,\"status\":\"ERROR\",\"error\":{\"code\":\"CODE\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "[1,{\"row\":9}]", "{\"row\":9,\"status\":[\"ERROR\"]}"})
    void aFieldOfALaterVersionIsSkippedWhateverItHolds(String value) throws Exception {
        String json = new String(wire.write(SUCCESS), UTF_8).replace("{", "{\"colour\":" + value + ",");

        assertThat(wire.readAnswer(json.getBytes(UTF_8))).isEqualTo(SUCCESS);
    }

    @Test
    void anIdThatIsWrittenAsANumberIsTheTextOfIt() throws Exception {
        String json = new String(wire.write(SUCCESS), UTF_8).replace("\"100017\"", "100017");

        assertThat(wire.readAnswer(json.getBytes(UTF_8))).isEqualTo(SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"version\":1->\"version\":\"1\"",
                "\"version\":1->\"version\":null",
                "\"version\":1,->",
                "\"row\":5->\"row\":2147483648",
                "\"row\":5->\"row\":true",
                "\"row\":5->\"row\":{}",
                "\"attempt\":2,->",
                "\"tenant\":\"acme\"->\"tenant\":[\"acme\"]",
                "\"uploadId\":\"6f1f1c1e->\"uploadId\":\"6f1f1c1x",
                "-000000000001\"->-00000000001\"",
                "\"status\":\"SUCCESS\"->\"status\":\"DONE\"",
                "\"status\":\"SUCCESS\"->\"status\":0",
                "\"status\":\"SUCCESS\"->\"status\":\"ERROR\",\"error\":\"x\"",
                "\"status\":\"SUCCESS\"->\"status\":\"ERROR\",\"error\":{\"message\":\"x\"}",
                "\"INSERTED\"}->\"INSERTED\"} {}",
                "\"INSERTED\"}->\"INSERTED\"",
            })
    void whatIsNotOfTheFieldsTypeIsNoAnswer(String change) {
        String[] fromTo = change.split("->", -1);
        String json = new String(wire.write(SUCCESS), UTF_8);
        assertThat(json).contains(fromTo[0]);

        assertThatThrownBy(
                        () -> wire.readAnswer(json.replace(fromTo[0], fromTo[1]).getBytes(UTF_8)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageNotContaining("acme");
    }

    private byte[] inOrder(RowAnswer answer, long order) throws IOException {
        ObjectNode fields = (ObjectNode) JSON.readTree(wire.write(answer));
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, new Random(order));
        ObjectNode shuffled = JSON.createObjectNode();
        names.forEach(name -> shuffled.set(name, fields.get(name)));
        return JSON.writeValueAsBytes(shuffled);
    }
}

package io.migrator.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands on the topic, reading it ends in an answer or in the one exception that sets the record aside. */
class AnswersThatCannotBeReadTest {

    private static final String START =
            "{\"version\":1,\"tenant\":\"acme\",\"uploadId\":\"6f1f1c1e-0000-4000-8000-000000000001\",\"row\":1,\"attempt\":1,";

    private final WireCodec wire = new WireCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\0\005{\"version\":1}", // a schema registry's prefix
                "\0\0\001\0\t",
                "\u00FF\u00FE{",
                "null",
                "[]",
                "{\"version\":2}",
                START + "\"status\":\"SUCCESS\"}",
                START + "\"status\":\"ERROR\"}",
                START + "\"status\":\"ERROR\",\"error\":{\"code\":\"C\",\"message\":\"x\\u0000y\"}}",
                START + "\"status\":\"ERROR\",\"error\":{\"code\":\"C\\u0000\",\"message\":\"x\"}}",
                START + "\"status\":\"SUCCESS\",\"pbjCustomerId\":\"1\\u0000\",\"assignedId\":\"1\",\"crn\":\"1\","
                        + "\"action\":\"INSERTED\"}"
            })
    void theyAreSetAside(String value) {
        assertThatThrownBy(() -> wire.readAnswer(value.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void anIdLongerThanTablesHoldIsSetAside() {
        String value = START + "\"status\":\"SUCCESS\",\"pbjCustomerId\":\"" + "1".repeat(101)
                + "\",\"assignedId\":\"1\",\"crn\":\"1\",\"action\":\"INSERTED\"}";
        assertThatThrownBy(() -> wire.readAnswer(value.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("pbjCustomerId");
    }

    @Test
    void anOrdinaryAnswerIsRead() throws UnreadableMessageException {
        String value = START + "\"status\":\"ERROR\",\"error\":{\"code\":\"C\",\"message\":\"no\"}}";
        assertThat(wire.readAnswer(value.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(RowAnswer.Status.ERROR);
    }
}

package io.migrator.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.Sealed;
import io.migrator.api.filetypes.RowCodec;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowOutcomesTest {

    private static final UUID UPLOAD = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final RowOutcome SUCCESS =
            new RowOutcome(17, 1, true, "100017", "7", "1000174", "INSERTED", null, null);
    private static final RowOutcome ERROR =
            new RowOutcome(18, 2, false, null, null, null, null, "VALUE_INVALID", "\"é\" 𝄞\n\\");

    private final RowCodec codec = new RowCodec();

    @Test
    void whatIsSealedComesOutAgain() {
        Sealed sealed = RowOutcomes.seal(codec, "acme", UPLOAD, List.of(SUCCESS, ERROR));
        assertThat(RowOutcomes.open(codec, "acme", UPLOAD, sealed)).containsExactly(SUCCESS, ERROR);
        assertThat(RowOutcomes.open(codec, "acme", UPLOAD, RowOutcomes.seal(codec, "acme", UPLOAD, List.of())))
                .isEmpty();
    }

    @Test
    void theStoredFormIsJsonAndMayHoldFieldsInAnyOrderNullsAndUnknownOnes() {
        assertThat(text(RowOutcomes.seal(codec, "acme", UPLOAD, List.of(SUCCESS))))
                .isEqualTo(
                        "[{\"row\":17,\"attempt\":1,\"succeeded\":true,\"pbjCustomerId\":\"100017\",\"assignedId\":\"7\","
                                + "\"crn\":\"1000174\",\"action\":\"INSERTED\"}]");
        assertThat(
                        open(
                                "[{\"crn\":\"1000174\",\"later\":{\"row\":[1]},\"succeeded\":true,\"row\":17,\"attempt\":1,"
                                        + "\"errorCode\":null,\"pbjCustomerId\":\"100017\",\"assignedId\":\"7\",\"action\":\"INSERTED\"}]"))
                .containsExactly(SUCCESS);
    }

    @Test
    void whatIsNoListOfOutcomesIsAnError() {
        for (String damaged : List.of("", "{}", "[1]", "[{\"row\":", "[{}")) {
            assertThatThrownBy(() -> open(damaged)).as(damaged).isInstanceOf(UncheckedIOException.class);
        }
    }

    private List<RowOutcome> open(String json) {
        return RowOutcomes.open(
                codec, "acme", UPLOAD, codec.seal("acme", UPLOAD, json.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(Sealed sealed) {
        return new String(codec.open("acme", UPLOAD, sealed), StandardCharsets.UTF_8);
    }
}

package io.migrator.exporter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExternalIdsTest {

    private final ExternalIds ids = new ExternalIds();
    private final MessageDigest digest = CsvPart.sha256();

    @Test
    void whatIsWrittenDifferentlyIsAnother() {
        for (String id : List.of(
                "0",
                "00",
                "1",
                "01",
                "+1",
                "-1",
                "1.0",
                "1 ",
                " 1",
                "a",
                "A",
                "\u0661",
                "",
                "9".repeat(18),
                "9".repeat(19),
                "1" + "0".repeat(18))) {
            assertThat(ids.add(id, digest)).as("<%s>", id).isTrue();
            assertThat(ids.add(id, digest)).as("<%s> again", id).isFalse();
        }
    }

    /** Ids that follow one another, that are far apart by powers of two and of ten, and that begin with letters. */
    @Test
    void oneOfManyIsFoundAgainAndNoOther() {
        Set<String> known = new HashSet<>();
        for (long i = 0; i < 20_000; i++) {
            for (String id : List.of("" + i, "" + i * 4096, "" + (i * 1_000_000_000_000L), "c-" + i)) {
                assertThat(ids.add(id, digest)).isEqualTo(known.add(id));
            }
        }
        assertThat(known).allSatisfy(id -> assertThat(ids.add(id, digest)).isFalse());
    }
}

package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the fuzzer starts from, and everything it has ever found, under {@code src/test/resources/fuzz}. */
class FuzzFindingsTest {

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/fuzz"))) {
            return files.filter(file -> file.toString().endsWith(".input"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whatHasToHoldOfAnyFileHolds(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        assertThatCode(() -> IntakeFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }
}

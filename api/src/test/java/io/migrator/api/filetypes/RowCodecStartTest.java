package io.migrator.api.filetypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full when a service starts must not be found out by the first upload, and by every one after it. */
class RowCodecStartTest {

    private static final int NOT_STARTED = 1;

    @TempDir
    Path directory;

    /** What a service does first. */
    static final class Start {

        public static void main(String[] arguments) {
            new RowCodec();
        }
    }

    @Test
    void withoutRoomForItsLibraryThereIsNoCodec() throws Exception {
        assertThat(start(directory)).isZero();
        assertThat(start(directory.resolve("not-there"))).isEqualTo(NOT_STARTED);
    }

    private static int start(Path unpackedTo) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DZstdTempFolder=" + unpackedTo,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}

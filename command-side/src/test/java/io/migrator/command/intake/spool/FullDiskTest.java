package io.migrator.command.intake.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrator.api.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Linux has a file that is always full. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    @TempDir
    Path directory;

    @Test
    void whoSendsAFileIsToldToComeBack() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (SpooledFile file = new SpooledFile(directory.resolve("spooled"), full)) {
            byte[] body = "EXTERNAL_ID\n1\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

            Rejection told = catchThrowableOfType(
                    Rejection.class,
                    () -> file.receive(
                            new ByteArrayInputStream(body),
                            new ReceivingLimits(1_000_000, 200),
                            StandardCharsets.UTF_8));

            assertThat(told.kind()).isEqualTo(Rejection.Kind.UNAVAILABLE);
            assertThat(told.code()).isEqualTo("SPOOL_UNAVAILABLE");
            assertThat(told.retryAfter()).isPresent();
        }
    }
}

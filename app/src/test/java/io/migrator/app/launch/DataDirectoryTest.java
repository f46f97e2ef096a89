package io.migrator.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void it_is_created_for_its_owner_only() throws Exception {
        Path path = parent.resolve("data");

        DataDirectory.open(path).close();

        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void it_serves_one_at_a_time() {
        try (DataDirectory first = DataDirectory.open(parent)) {
            first.write("kept", "text");
            assertThatIllegalStateException()
                    .isThrownBy(() -> DataDirectory.open(parent))
                    .withMessageContaining("another migrator");
        }
        try (DataDirectory next = DataDirectory.open(parent)) {
            assertThat(next.read("kept")).contains("text");
        }
    }
}

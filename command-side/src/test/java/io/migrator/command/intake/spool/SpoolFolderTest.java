package io.migrator.command.intake.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {

    @TempDir
    Path folder;

    @Test
    void whatAProcessThatDiedHasLeftIsRemovedAtTheStartAndWhatIsInUseStays() throws Exception {
        Path leftover = Files.writeString(folder.resolve("1.upload"), "left behind");
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "not ours");
        try (SpooledFile inUse = new SpoolFolder(folder).newFile()) {
            inUse.receive(new ByteArrayInputStream(new byte[] {1}), new ReceivingLimits(10, 200), UTF_8);
            new SpoolFolder(folder);

            assertThat(leftover).doesNotExist();
            assertThat(foreign).exists();
            assertThat(Files.list(folder)).hasSize(2);
            assertThat(inUse.read(0, new byte[1], 0, 1)).isEqualTo(1);
        }
        assertThat(Files.list(folder)).containsExactly(foreign);
    }

    @Test
    void whatIsBeyondTheLimitIsCountedAndNotKept() throws Exception {
        try (SpooledFile file = new SpoolFolder(folder.resolve("new")).newFile()) {
            file.receive(new ByteArrayInputStream(new byte[150_000]), new ReceivingLimits(100_000, 200), UTF_8);
            assertThat(file.received().bytes()).isEqualTo(150_000);
            assertThat(Files.size(Files.list(folder.resolve("new")).findFirst().orElseThrow()))
                    .isLessThanOrEqualTo(100_000);
        }
    }

    /** A folder of that name cannot be opened for writing, not even by a user who may do everything. */
    @Test
    void aLeftoverThatCannotBeRemovedDoesNotKeepTheServiceFromStarting() throws Exception {
        Path stubborn = Files.createDirectory(folder.resolve("0.upload"));
        Path leftover = Files.writeString(folder.resolve("1.upload"), "left behind");

        SpoolFolder started = new SpoolFolder(folder);

        assertThat(stubborn).exists();
        assertThat(leftover).doesNotExist();
        try (SpooledFile file = started.newFile()) {
            assertThat(file.size()).isZero();
        }
    }

    @Test
    void nobodyElseOnTheMachineReadsWhatIsSpooled() throws Exception {
        Path own = folder.resolve("own");
        try (SpooledFile file = new SpoolFolder(own).newFile()) {
            Path spooled = Files.list(own).findFirst().orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spooled)))
                    .isEqualTo("rw-------");
            assertThat(file.received().bytes()).isZero();
        }
    }
}

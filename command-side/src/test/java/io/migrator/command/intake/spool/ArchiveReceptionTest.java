package io.migrator.command.intake.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.Archives;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReceptionTest {

    private static final byte[] TEXT = "a,b\n1,2\n".repeat(1000).getBytes(UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatDesktopsPutBesideAFileIsPassedOver() throws Exception {
        byte[] archive = Archives.zip(
                TEXT, "data/", "__MACOSX/data/._a.csv", "data/a.csv", ".DS_Store", "data/Thumbs.db", "__MACOSX/");
        assertThat(expanded(archive)).isEqualTo(TEXT);
    }

    @Test
    void storedFilesAndSeveralMembersAreExpanded() throws Exception {
        assertThat(expanded(stored(TEXT, TEXT.length))).isEqualTo(TEXT);
        byte[] two = concat(
                Archives.gzip(Arrays.copyOf(TEXT, 400)), Archives.gzip(Arrays.copyOfRange(TEXT, 400, TEXT.length)));
        assertThat(expanded(two)).isEqualTo(TEXT);
    }

    @Test
    void anArchiveOfNoneOrSeveralFilesIsRefused() throws Exception {
        assertRefused(Archives.zip(TEXT), "no file");
        assertRefused(Archives.zip(TEXT, "folder/", ".DS_Store"), "no file");
        assertRefused(Archives.zip(TEXT, "a.csv", "b.csv"), "several files");
    }

    @Test
    void aSpreadsheetAndAnArchiveInAnArchiveAreRefusedByName() throws Exception {
        assertRefused(Archives.zip(TEXT, "[Content_Types].xml", "xl/workbook.xml"), "spreadsheet");
        assertRefused(Archives.gzip(Archives.zip("a.csv", TEXT)), "a ZIP archive");
        assertRefused(Archives.zip("a.csv.gz", Archives.gzip(TEXT)), "gzip");
    }

    @Test
    void anEncryptedFileIsRefused() throws Exception {
        byte[] archive = Archives.zip("a.csv", TEXT);
        archive[6] |= 1;
        assertRefused(archive, "password");
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        byte[] archive = Archives.zip("a.csv", TEXT);
        archive[8] = 12;
        assertRefused(archive, "Deflate");
    }

    @Test
    void anArchiveThatIsCutOffAnywhereIsRefused() throws Exception {
        for (byte[] archive :
                new byte[][] {Archives.gzip(TEXT), Archives.zip("a.csv", TEXT), stored(TEXT, TEXT.length)}) {
            for (int length = 30; length < archive.length; length += length < archive.length - 150 ? 97 : 1) {
                assertRefused(Arrays.copyOf(archive, length), "");
            }
        }
    }

    @Test
    void whatFollowsAnArchiveIsNotOverlooked() throws Exception {
        assertRefused(concat(Archives.gzip(TEXT), "more".getBytes(UTF_8)), "after its end");
        assertRefused(concat(Archives.gzip(TEXT), new byte[10]), "after its end");
        assertRefused(concat(Archives.zip("a.csv", TEXT), "more".getBytes(UTF_8)), "after its end");
    }

    @Test
    void aWrongChecksumIsNotOverlooked() throws Exception {
        assertRefused(stored(TEXT, TEXT.length - 1), "damaged");
        byte[] archive = stored(TEXT, TEXT.length);
        archive[500] ^= 1;
        assertRefused(archive, "damaged");
    }

    @Test
    void aDamagedArchiveIsRefusedAndNeverAFault() throws Exception {
        Random random = new Random(3);
        for (byte[] archive :
                new byte[][] {Archives.gzip(TEXT), Archives.zip("a.csv", TEXT), stored(TEXT, TEXT.length)}) {
            for (int i = 0; i < 1500; i++) {
                byte[] damaged = archive.clone();
                for (int bytes = 0; bytes <= random.nextInt(3); bytes++) {
                    damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
                }
                try (SpooledFile file = new SpoolFolder(folder).newFile()) {
                    file.receive(new ByteArrayInputStream(damaged), new ReceivingLimits(1_000_000, 200), UTF_8);
                    assertThat(file.received().refusal().isPresent() || Arrays.equals(content(file), TEXT))
                            .isTrue();
                }
            }
        }
    }

    /** The library keeps the name of a gzip member in memory. */
    @Test
    void aHeaderWithoutEndIsStopped() throws Exception {
        byte[] start = {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 3};
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(start), new Letters());
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(endless, new ReceivingLimits(40_000_000, 200), UTF_8);
            assertThat(file.received().refusal()).map(Violation::code).contains(ViolationCode.FILE_ARCHIVE);
        }
    }

    @Test
    void whatIsPassedOverCountsAsExpandedToo() throws Exception {
        byte[] archive = Archives.zip(new byte[30_000_000], "__MACOSX/a", "a.csv");
        assertThat(refusal(archive).code()).isEqualTo(ViolationCode.FILE_ARCHIVE_RATIO);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void aBodyThatBreaksOffIsNotTakenForADamagedArchive(int length) throws Exception {
        byte[] archive = Arrays.copyOf(Archives.gzip(Archives.noise(1000).getBytes(UTF_8)), length);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(archive), new Broken());
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            assertThatThrownBy(() -> file.receive(broken, new ReceivingLimits(1_000_000, 200), UTF_8))
                    .isInstanceOf(BrokenBodyException.class);
        }
    }

    @Test
    void whatFollowsAnArchiveIsNotLostWithoutAWord() throws Exception {
        assertRefused(concat(Archives.zip("a.csv", TEXT), Archives.zip("b.csv", TEXT)), "after its end");
    }

    @Test
    void aBodyThatWasExpandedIsNotExpandedAgain() throws Exception {
        for (byte[] archive : List.of(Archives.gzip(TEXT), Archives.zip("a.csv", TEXT))) {
            try (SpooledFile file = new SpoolFolder(folder).newFile()) {
                file.receive(
                        new ByteArrayInputStream(archive), new ReceivingLimits(1_000_000, 200).afterExpansion(), UTF_8);
                assertThat(file.received().refusal().orElseThrow().message()).contains("without Content-Encoding");
            }
        }
    }

    @Test
    void anArchiveOfThousandsOfFoldersIsNotReadThrough() throws Exception {
        String[] folders = IntStream.range(0, 2000).mapToObj(i -> "f" + i + "/").toArray(String[]::new);
        assertRefused(Archives.zip(TEXT, folders), "more than 1000 entries");
    }

    @Test
    void anArchiveIsNotReadBeyondTwiceTheLimit() throws Exception {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 0;
            }
        };
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(Archives.zip("a.csv", TEXT)), endless);
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(body, new ReceivingLimits(1_000_000, 200), UTF_8);
            assertThat(file.received().refusal().orElseThrow().code()).isEqualTo(ViolationCode.FILE_TOO_LARGE);
            assertThat(read).hasValueLessThan(3_000_000);
        }
    }

    @Test
    void mustardIsNoArchive() throws Exception {
        byte[] text = ("x".repeat(255) + "mustard with everything").getBytes(UTF_8);
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(new ByteArrayInputStream(text), new ReceivingLimits(1_000_000, 200), UTF_8);
            assertThat(file.received().refusal()).isEmpty();
        }
    }

    private byte[] expanded(byte[] archive) throws Exception {
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(new ByteArrayInputStream(archive), new ReceivingLimits(1_000_000, 200), UTF_8);
            assertThat(file.received().refusal()).isEmpty();
            return content(file);
        }
    }

    private static byte[] content(SpooledFile file) {
        byte[] content = new byte[(int) file.size()];
        file.readFully(0, content, content.length);
        return content;
    }

    private void assertRefused(byte[] archive, String words) throws Exception {
        Violation refusal = refusal(archive);
        assertThat(refusal.code()).isEqualTo(ViolationCode.FILE_ARCHIVE);
        assertThat(refusal.message()).contains(words);
    }

    private Violation refusal(byte[] archive) throws Exception {
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(new ByteArrayInputStream(archive), new ReceivingLimits(100_000_000, 200), UTF_8);
            assertThat(file.received().bytes()).isEqualTo(archive.length);
            return file.received().refusal().orElseThrow();
        }
    }

    /** One entry without compression, whose checksum is that of so many of its bytes. */
    private static byte[] stored(byte[] content, int checked) throws IOException {
        CRC32 right = new CRC32();
        right.update(content);
        CRC32 given = new CRC32();
        given.update(content, 0, checked);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            ZipEntry entry = new ZipEntry("a.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(right.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        byte[] bytes = archive.toByteArray();
        for (int i = 0; i < 4; i++) {
            bytes[14 + i] = (byte) (given.getValue() >>> (8 * i));
        }
        return bytes;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static final class Letters extends InputStream {

        @Override
        public int read() {
            return 'a';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) 'a');
            return length;
        }
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}

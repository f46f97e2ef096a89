package io.migrator.command.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.command.intake.spool.ReceivingLimits;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.csv.CSVException;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: what is taken for plain is read as the parser reads it. */
class PlainRecordsTest {

    private static final int LONGEST = 40;

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("plain");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.delete(folder);
    }

    @Provide
    Arbitrary<RecordForm> anyForm() {
        return Arbitraries.of(
                new RecordForm(',', false),
                new RecordForm(',', true),
                new RecordForm(';', true),
                new RecordForm('\t', false),
                new RecordForm('\t', true),
                new RecordForm('|', false));
    }

    /** Pieces, most of them plain, so that a text often is. */
    @Provide
    Arbitrary<byte[]> anyText() {
        Arbitrary<byte[]> plain = Arbitraries.of(
                        ",",
                        ";",
                        "|",
                        "\t",
                        " ",
                        "  ",
                        "\n",
                        "\n",
                        "\r\n",
                        "a",
                        "\"",
                        "\"\"",
                        "\"a\nb\"",
                        "\",\"",
                        "\"\r\n",
                        ",\"c\",",
                        "'",
                        "'=",
                        "é",
                        "\uFEFF",
                        "\0",
                        "𐐷",
                        "#",
                        "\\")
                .map(text -> text.getBytes(UTF_8));
        Arbitrary<byte[]> other = Arbitraries.of("0D", "80", "C3", "EDA080", "F0", "C0AF")
                .map(hex -> HexFormat.of().parseHex(hex));
        return Arbitraries.frequencyOf(Tuple.of(60, plain), Tuple.of(1, other))
                .list()
                .ofMaxSize(60)
                .map(PlainRecordsTest::joined);
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(bytes::writeBytes);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    @Property(tries = 5000)
    void whatIsPlainIsReadAsTheParserReadsIt(@ForAll("anyText") byte[] text, @ForAll("anyForm") RecordForm form)
            throws Exception {
        try (SpooledFile file = spooled(text)) {
            Stretch whole = new Stretch(0, file.size());
            Optional<PlainRecords> plain = PlainRecords.in(file, form, whole, LONGEST);
            Statistics.collect(plain.isPresent() ? "plain" : "not plain");
            if (plain.isPresent()) {
                assertThat(read(plain.get())).isEqualTo(read(new RecordReader(file, form, whole, 0, 1024 * 1024)));
            }
        }
    }

    @Test
    void onlyATextOfWholeLinesIsPlain() throws Exception {
        assertThat(isPlain("a,b\r\n\nZoë,c\n".getBytes(UTF_8))).isTrue();
        assertThat(isPlain("a,\"b\"\n".getBytes(UTF_8))).isTrue();
        assertThat(isPlain("a,b\rc,d\n".getBytes(UTF_8))).isFalse();
        assertThat(isPlain("a,b\nc,d".getBytes(UTF_8))).isFalse();
        assertThat(isPlain(new byte[] {'a', (byte) 0xC3, '\n'})).isFalse();
        assertThat(isPlain(("a".repeat(LONGEST - 1) + "\n").getBytes(UTF_8))).isTrue();
        assertThat(isPlain(("a".repeat(LONGEST) + "\n").getBytes(UTF_8))).isFalse();
    }

    private static boolean isPlain(byte[] text) throws Exception {
        try (SpooledFile file = spooled(text)) {
            RecordForm form = new RecordForm(',', false);
            return PlainRecords.in(file, form, new Stretch(0, file.size()), LONGEST)
                    .isPresent();
        }
    }

    private static SpooledFile spooled(byte[] text) throws Exception {
        SpooledFile file = new SpoolFolder(folder).newFile();
        file.receive(new ByteArrayInputStream(text), new ReceivingLimits(1024 * 1024, 200), UTF_8);
        return file;
    }

    /** Everything that a cursor says, record by record, up to a broken quote. */
    private static List<String> read(RecordCursor records) throws UnreadableRecordException {
        List<String> said = new ArrayList<>();
        boolean more = true;
        while (more) {
            try {
                more = records.next();
            } catch (CSVException e) {
                said.add("broken");
                return said;
            }
            List<String> cells =
                    more ? List.copyOf(Arrays.asList(records.cells()).subList(0, records.width())) : List.of();
            said.add(records.start() + " after " + records.endOfPrevious() + ", line " + records.line() + ", "
                    + records.blankLines() + " blank: " + cells);
        }
        records.close();
        return said;
    }
}

package io.migrator.command.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.command.intake.spool.ReceivingLimits;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.csv.CSVException;
import org.junit.jupiter.api.Test;

/** Whatever a file looks like: the records of its stretches, one after the other, are its records. */
class StretchesTest {

    private static final int LONGEST = 1024 * 1024;
    private static final RecordForm FORM = new RecordForm(',', false);

    private static Path folder;

    /** What a reader has come upon: where each record begins, its line and its cells, and whether it could go on to the end. */
    private record Read(List<String> records, boolean toTheEnd) {}

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("stretches");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.delete(folder);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.of(",", "\"", "\"\"", "\",\"", "\n", "\r", "\r\n", " ", "a", "é", "5\" b", "\"x\ny\"")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> legalText() {
        return Arbitraries.of("a", "", "\"\"", "5\" b", "\"x\r\ny\"", "\"x \"\"y\"\" z\"", "\"a,b\" ", "é", " \"a\"")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .flatMap(cells -> Arbitraries.of(",", "\n", "\r\n", "\r")
                        .list()
                        .ofSize(cells.size())
                        .map(ends -> joined(cells, ends)));
    }

    private static String joined(List<String> cells, List<String> ends) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            text.append(cells.get(i)).append(ends.get(i));
        }
        return text.append('\n').toString();
    }

    @Property(tries = 3000)
    void theStretchesOfAnyTextReadAsTheTextDoes(@ForAll("anyText") String text, @ForAll @IntRange(max = 12) int size)
            throws Exception {
        check(text, size);
    }

    @Property(tries = 60)
    void theStretchesOfALongTextReadAsTheTextDoes(
            @ForAll("legalText") String text, @ForAll @IntRange(min = 1, max = 100_000) int size) throws Exception {
        check(text.repeat(1 + 200_000 / text.length()), size);
    }

    @Test
    void aFileIsNotCutBehindACarriageReturnThatTheParserMayStumbleOver() throws Exception {
        try (SpooledFile file = spooled("a\ré\nb")) {
            List<Stretch> stretches = new ArrayList<>();
            new Stretches(file, ',', new Stretch(0, file.size()), 1).forEachRemaining(stretches::add);
            assertThat(stretches).containsExactly(new Stretch(0, 5), new Stretch(5, 6));
        }
    }

    @Test
    void aFileIsCutWhereverARecordOfEnoughBytesEnds() throws Exception {
        try (SpooledFile file = spooled("a,b\nc,\"d\ne\"\nf,g\rh,i")) {
            List<Stretch> stretches = new ArrayList<>();
            new Stretches(file, ',', new Stretch(0, file.size()), 1).forEachRemaining(stretches::add);
            assertThat(stretches)
                    .containsExactly(new Stretch(0, 4), new Stretch(4, 12), new Stretch(12, 16), new Stretch(16, 19));
        }
    }

    private static void check(String text, int size) throws Exception {
        try (SpooledFile file = spooled(text)) {
            Stretch whole = new Stretch(0, file.size());
            Read read = read(file, List.of(whole));
            List<Stretch> stretches = new ArrayList<>();
            new Stretches(file, ',', whole, size).forEachRemaining(stretches::add);
            Statistics.label("readable").collect(read.toTheEnd());
            Statistics.label("stretches").collect(Math.min(3, stretches.size()));
            assertThat(read(file, stretches)).isEqualTo(read);
            long end = 0;
            for (Stretch stretch : stretches) {
                assertThat(stretch.start()).isEqualTo(end);
                end = stretch.end();
            }
            assertThat(end).isEqualTo(file.size());
        }
    }

    private static SpooledFile spooled(String text) throws Exception {
        SpooledFile file = new SpoolFolder(folder).newFile();
        file.receive(new ByteArrayInputStream(text.getBytes(UTF_8)), new ReceivingLimits(LONGEST, 200), UTF_8);
        return file;
    }

    private static Read read(SpooledFile file, List<Stretch> stretches) {
        List<String> records = new ArrayList<>();
        long lines = 0;
        for (Stretch stretch : stretches) {
            try (RecordReader reader = new RecordReader(file, FORM, stretch, 0, LONGEST)) {
                while (reader.next()) {
                    List<String> cells = Arrays.asList(reader.cells()).subList(0, reader.width());
                    records.add(reader.start() + " " + (lines + reader.line()) + " " + cells);
                }
                lines += reader.line() - 1;
            } catch (UnreadableRecordException | CSVException e) {
                return new Read(records, false);
            }
        }
        return new Read(records, true);
    }
}

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
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.csv.CSVException;

/** Whatever a file looks like: a record cut out of it has the cells that the reader has seen. */
class RecordTextPropertyTest {

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("records");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.delete(folder);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "\"", "\"", "\"\"", ",", ";", "\r\n", "\n", "\r", " ", "\t", "'", "=", "-", "a", "é", "\u0000", "'+61",
                "\"'=", "\",\"");
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
    }

    @Property(tries = 3000)
    void aRecordCutOutOfAFileHasTheSameCells(
            @ForAll("texts") String text, @ForAll char separator, @ForAll boolean spreadsheetSafe) throws Exception {
        RecordForm form = new RecordForm(SeparatorLine.SEPARATORS.charAt(separator % 4), spreadsheetSafe);
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(new ByteArrayInputStream(text.getBytes(UTF_8)), new ReceivingLimits(1_000_000, 200), UTF_8);
            compare(file, form);
        }
    }

    private static void compare(SpooledFile file, RecordForm form) throws IOException {
        List<List<String>> read = new ArrayList<>();
        RecordOffsets offsets = new RecordOffsets(1000);
        try (RecordReader reader = new RecordReader(file, form, 1_000_000)) {
            boolean more = reader.next();
            while (more) {
                offsets.add(reader.start());
                read.add(List.copyOf(Arrays.asList(reader.cells()).subList(0, reader.width())));
                more = reader.next();
                offsets.lastEndsAt(reader.endOfPrevious());
            }
        } catch (CSVException e) {
            // Nothing is cut out of a file with a broken quote; what came before it is compared all the same.
            if (!read.isEmpty()) {
                read.remove(read.size() - 1);
            }
        }
        for (int row = 1; row <= read.size(); row++) {
            byte[] record = new byte[offsets.length(row)];
            file.readFully(offsets.start(row), record, record.length);
            int end = RecordText.withoutLineEnd(record, 0, record.length);
            assertThat(cells(record, end, form)).isEqualTo(read.get(row - 1));
            if (form.spreadsheetSafe()) {
                int unescaped = RecordText.unescape(record, 0, end, form.delimiter());
                assertThat(cells(record, unescaped, new RecordForm(form.delimiter(), false)))
                        .isEqualTo(read.get(row - 1));
            }
        }
    }

    /** All of them: as many as there are before the record's end. */
    private static List<String> cells(byte[] record, int end, RecordForm form) {
        List<String> cells = new ArrayList<>();
        for (int start = 0; start <= end; ) {
            int cellEnd = RecordText.endOfCell(record, start, end, form.delimiter());
            cells.add(RecordText.cell(record, start, cellEnd, form));
            start = cellEnd + 1;
        }
        return cells;
    }
}

package io.migrator.query.violation;

import io.migrator.api.filetypes.cells.SpreadsheetCells;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.query.csv.CsvLine;
import io.migrator.query.csv.CsvName;
import io.migrator.query.csv.EncodedText;
import io.migrator.query.transfer.GeneratedFile;
import io.migrator.query.upload.ShownUpload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * The report as CSV, one line per violation, for people with a spreadsheet program: every cell is safe in one. Its blocks are
 * the chunks in which the report is kept.
 *
 * @param chunks how many there are
 */
record ViolationReport(Violations violations, ShownUpload upload, ViolationFilter filter, int chunks)
        implements GeneratedFile {

    /** Raised when the same violations come to be written in another way. */
    private static final int FORM = 1;

    /** A report never changes until it is gone. */
    String version() {
        String selection = DigestUtils.md5DigestAsHex(filter.toString().getBytes(StandardCharsets.UTF_8));
        return FORM + "-" + upload.view().id() + "-violations-" + selection;
    }

    @Override
    public String name() {
        return CsvName.of(upload.view().fileName(), "violations");
    }

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public int blocks() {
        return Math.max(1, chunks);
    }

    @Override
    public Block read(int number) {
        List<Violation> chunk = number < chunks ? violations.chunk(upload, number) : List.of();
        List<Violation> shown = chunk.stream().filter(filter::matches).toList();
        return new Lines(number == 0, shown);
    }

    private record Lines(boolean isFirst, List<Violation> violations) implements Block {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (Writer text = EncodedText.begin(out, StandardCharsets.UTF_8)) {
                CsvLine line = new CsvLine(text, ',', "\r\n");
                if (isFirst) {
                    line.raw("ROW,LINE,COLUMN,CODE,MESSAGE,VALUE").end();
                }
                for (Violation violation : violations) {
                    write(violation, line);
                }
            }
        }

        private static void write(Violation violation, CsvLine line) throws IOException {
            line.cell(Integer.toString(violation.row()))
                    .cell(Long.toString(violation.line()))
                    .cell(safe(violation.column()))
                    .cell(violation.code().name())
                    .cell(safe(violation.message()))
                    .cell(safe(violation.value()))
                    .end();
        }

        private static @Nullable String safe(@Nullable String cell) {
            return cell == null ? null : SpreadsheetCells.escaped(cell);
        }
    }
}

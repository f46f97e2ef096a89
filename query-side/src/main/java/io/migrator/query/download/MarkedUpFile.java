package io.migrator.query.download;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.cells.SpreadsheetCells;
import io.migrator.query.csv.CsvLine;
import io.migrator.query.csv.EncodedText;
import io.migrator.query.csv.SpreadsheetRecord;
import io.migrator.query.row.CsvRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the form of the file they came from: its encoding and byte order mark, delimiter, line ends and the line that
 * names the delimiter; each record as it was sent, character for character; the generated columns after it. Such a file can be
 * uploaded as it is.
 *
 * @param isSafe whether what a spreadsheet program would run, also in a record, gets an apostrophe in front
 */
record MarkedUpFile(CsvDialect dialect, FileTypeSpec type, boolean isSafe) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Writes a piece of the file.
     *
     * @param isFirst whether the header comes before the rows
     */
    void write(boolean isFirst, List<CsvRow> rows, OutputStream out) throws IOException {
        try (Writer text = EncodedText.begin(out, dialect.encoding())) {
            CsvLine line = new CsvLine(text, dialect.delimiter(), dialect.lineEnd());
            if (isFirst) {
                writeHeader(text, line);
            }
            for (CsvRow row : rows) {
                line.raw(record(row))
                        .cell(generated(row.pbjCustomerId()))
                        .cell(generated(row.assignedId()))
                        .cell(generated(row.crn()))
                        .cell(generated(row.error()))
                        .end();
            }
        }
    }

    private void writeHeader(Writer text, CsvLine line) throws IOException {
        if (dialect.byteOrderMark()) {
            text.write(BYTE_ORDER_MARK);
        }
        if (dialect.separatorLine()) {
            line.raw("sep=" + dialect.delimiter()).end();
        }
        for (String column : type.header()) {
            line.cell(column);
        }
        for (String column : GeneratedColumn.names()) {
            line.cell(column);
        }
        line.end();
    }

    private String record(CsvRow row) {
        return isSafe ? SpreadsheetRecord.escaped(row.record(), dialect.delimiter()) : row.record();
    }

    private @Nullable String generated(@Nullable String cell) {
        return isSafe && cell != null ? SpreadsheetCells.escaped(cell) : cell;
    }
}

package io.migrator.query.download;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.query.csv.CsvLine;
import io.migrator.query.row.CsvRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes rows in the form of the file they came from: its byte order mark, delimiter and line ends; each record as it was
 * sent, character for character; the generated columns after it. Such a file can be uploaded as it is.
 */
final class MarkedUpFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final CsvLine line;

    MarkedUpFile(Writer out, CsvDialect dialect, FileTypeSpec type) throws IOException {
        this.out = out;
        this.line = new CsvLine(out, dialect.delimiter(), dialect.lineEnd());
        if (dialect.byteOrderMark()) {
            out.write(BYTE_ORDER_MARK);
        }
        for (String column : type.header()) {
            line.cell(column);
        }
        for (String column : GeneratedColumn.names()) {
            line.cell(column);
        }
        line.end();
    }

    void write(List<CsvRow> rows) throws IOException {
        for (CsvRow row : rows) {
            line.raw(row.record())
                    .cell(row.pbjCustomerId())
                    .cell(row.assignedId())
                    .cell(row.crn())
                    .cell(row.error())
                    .end();
        }
    }

    void end() throws IOException {
        out.flush();
    }
}

package io.migrator.command.intake;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.command.intake.csv.RecordForm;
import io.migrator.command.intake.csv.RecordReader;
import io.migrator.command.intake.spool.SentText;
import java.util.List;
import java.util.Optional;

/**
 * A file's first record, and how the file is written by its testimony.
 *
 * @param reader stands behind the header
 * @param form how the records are written
 * @param afterSeparatorLine whether a line {@code sep=} came before
 * @param type the type that it names
 * @param violations what is wrong with it
 */
record FileHeader(
        RecordReader reader,
        RecordForm form,
        boolean afterSeparatorLine,
        Optional<DetectedType> type,
        List<Violation> violations) {

    private static final String USUAL_LINE_END = "\r\n";

    /** To be asked when enough is read to know the line ends. */
    CsvDialect dialect(SentText text) {
        return new CsvDialect(
                form.delimiter(),
                reader.lineEnd().orElse(USUAL_LINE_END),
                text.isMarked() || reader.hasByteOrderMark(),
                text.charset().name(),
                afterSeparatorLine);
    }
}

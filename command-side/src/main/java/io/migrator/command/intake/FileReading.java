package io.migrator.command.intake;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.csv.RecordOffsets;
import io.migrator.command.intake.csv.RecordReader;
import io.migrator.command.intake.csv.UnreadableRecord;
import io.migrator.command.intake.csv.UnreadableRecordException;
import io.migrator.command.intake.spool.SpooledFile;
import org.apache.commons.csv.CSVException;

/**
 * The first pass over a spooled file: tells its type and validates every row, keeping nothing but where the rows stand. What is
 * wrong goes to the log; the pass ends early only where what follows would have to be guessed. The line ends counted on the way
 * in say how many rows there can be, so that tables over rows are made once and their memory is known before. One object for one
 * file.
 */
final class FileReading {

    private final SpooledFile file;
    private final HeaderDetection detection;
    private final ReadingLimits limits;
    private final boolean spreadsheetSafe;
    private final ViolationLog log;
    private final IntakeMemory.Share memory;
    private final int mostRows;
    private final RecordOffsets offsets;

    FileReading(
            SpooledFile file,
            HeaderDetection detection,
            ReadingLimits limits,
            boolean spreadsheetSafe,
            ViolationLog log,
            IntakeMemory.Share memory) {
        this.file = file;
        this.detection = detection;
        this.limits = limits;
        this.spreadsheetSafe = spreadsheetSafe;
        this.log = log;
        this.memory = memory;
        this.mostRows = (int) Math.min(file.received().lineEnds() + 1, limits.rows());
        this.offsets = new RecordOffsets(mostRows);
    }

    /**
     * Reads the file.
     *
     * @param moment when it came
     * @param fingerprint for telling values apart
     */
    ReadFile read(UploadMoment moment, Fingerprint fingerprint) {
        FileHeader header = new HeaderReading(file, detection, limits, spreadsheetSafe).read();
        log.addAll(header.violations());
        try (RecordReader reader = header.reader()) {
            if (header.type().isPresent()) {
                readRows(header, header.type().get(), moment, fingerprint);
            }
            memory.reduceTo(RecordOffsets.bytes(mostRows) + ChunkPlan.memory(file.size()));
            CsvDialect dialect = header.dialect(file.received().text());
            return new ReadFile(header.type(), dialect, offsets, reader.blankLines());
        }
    }

    private void readRows(FileHeader header, DetectedType type, UploadMoment moment, Fingerprint fingerprint) {
        RowValidator validator = new RowValidator(type.spec(), type.generatedColumns(), moment);
        // The tables for telling values apart have gone when the rows are stored.
        long later = Math.max(RowKeys.bytes(validator, mostRows), ChunkPlan.memory(file.size()));
        memory.take(RecordOffsets.bytes(mostRows) + later);
        RowKeys keys =
                new RowKeys(validator, fingerprint, () -> new RowComparison(file, offsets, header.form()), mostRows);
        try {
            readRows(header.reader(), type.width(), validator, keys);
        } catch (UnreadableRecordException | CSVException e) {
            log.add(UnreadableRecord.explain(
                    e, offsets.rows() + 1, header.reader().line(), file));
        }
    }

    private void readRows(RecordReader reader, int width, RowValidator validator, RowKeys keys)
            throws UnreadableRecordException, CSVException {
        boolean more = reader.next();
        if (!more) {
            log.add(Violation.ofFile(ViolationCode.FILE_NO_ROWS, "The file has a header but no row. Add rows to it."));
        }
        while (more) {
            if (offsets.rows() == limits.rows()) {
                log.add(Violation.ofFile(
                        ViolationCode.FILE_TOO_MANY_ROWS,
                        "Split the file: it has more than " + limits.rows() + " rows."));
                return;
            }
            offsets.add(reader.start());
            long line = reader.line();
            if (reader.width() == width) {
                check(line, reader.cells(), validator, keys);
            } else {
                log.add(wrongWidth(line, reader.width(), width));
            }
            more = reader.next();
            endRow(line, reader.endOfPrevious());
        }
    }

    private void check(long line, String[] cells, RowValidator validator, RowKeys keys) {
        int row = offsets.rows();
        log.addAll(validator.validate(row, line, cells));
        keys.check(row, line, cells, log);
    }

    private void endRow(long line, long end) {
        int row = offsets.rows();
        offsets.lastEndsAt(end);
        if (offsets.length(row) > limits.recordLength()) {
            log.add(UnreadableRecord.tooLong(row, line));
        }
    }

    private Violation wrongWidth(long line, int width, int expected) {
        return Violation.ofRow(
                offsets.rows(),
                line,
                ViolationCode.ROW_FIELD_COUNT,
                "Give " + expected + " cells, one for each column of the header; this row has " + width
                        + ". Put a cell that holds the separator, a quote or a line break in quotes.");
    }
}

package io.migrator.command.intake;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.command.intake.csv.RecordOffsets;
import io.migrator.command.intake.csv.RecordReader;
import io.migrator.command.intake.spool.SpooledFile;

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
    private final Division division;
    private final int mostRows;
    private final RecordOffsets offsets;

    FileReading(
            SpooledFile file,
            HeaderDetection detection,
            ReadingLimits limits,
            boolean spreadsheetSafe,
            ViolationLog log,
            IntakeMemory.Share memory,
            Division division) {
        this.file = file;
        this.detection = detection;
        this.limits = limits;
        this.spreadsheetSafe = spreadsheetSafe;
        this.log = log;
        this.memory = memory;
        this.division = division;
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
            int blankLines = header.type()
                    .map(type -> readRows(header, new RowRules(type, moment, fingerprint, limits.recordLength())))
                    .orElseGet(reader::blankLines);
            memory.reduceTo(RecordOffsets.bytes(mostRows) + ChunkPlan.memory(file.size()));
            CsvDialect dialect = header.dialect(file.received().text());
            return new ReadFile(header.type(), dialect, offsets, blankLines);
        }
    }

    /** Answers how many blank lines there are. */
    private int readRows(FileHeader header, RowRules rules) {
        RowValidator validator = rules.validator();
        // The tables for telling values apart have gone when the rows are stored.
        long reading = RowKeys.bytes(validator, mostRows) + division.memory(file.size());
        long later = Math.max(reading, ChunkPlan.memory(file.size()));
        memory.take(RecordOffsets.bytes(mostRows) + later);
        RowKeys keys = new RowKeys(validator, () -> new RowComparison(file, offsets, header.form()), mostRows);
        FileRows rows = new FileRows(file, offsets, keys, limits.rows(), log);
        new RowsReading(file, header, rules, rows).read(division);
        return rows.blankLines();
    }
}

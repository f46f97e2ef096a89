package io.migrator.command.intake;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.csv.RecordOffsets;
import io.migrator.command.intake.csv.RecordReader;
import io.migrator.command.intake.csv.UnreadableRecord;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.IOException;

/** The rows of a file put together from blocks, in their order: where they stand, and what is wrong. Not safe for use by several threads. */
final class FileRows {

    private final SpooledFile file;
    private final RecordOffsets offsets;
    private final RowKeys keys;
    private final int mostRows;
    private final ViolationLog log;
    private int blankLines;
    private boolean isBrokenOff;

    /** @param mostRows most rows that are taken in */
    FileRows(SpooledFile file, RecordOffsets offsets, RowKeys keys, int mostRows, ViolationLog log) {
        this.file = file;
        this.offsets = offsets;
        this.keys = keys;
        this.mostRows = mostRows;
        this.log = log;
    }

    /** How many more rows there may be. */
    int room() {
        return mostRows - offsets.rows();
    }

    /** Blank lines in all that was added. */
    int blankLines() {
        return blankLines;
    }

    /** Blank lines before the header. */
    void skip(int blank) {
        blankLines = blank;
    }

    /** Whether the next stretch, read for itself, says all that can be said of it. */
    boolean fits(RowBlock block) {
        return block.isWhole()
                && block.rows() <= room()
                && blankLines + block.blankLines() <= RecordReader.MOST_BLANK_LINES;
    }

    /**
     * Adds the next rows.
     *
     * @param linesBefore lines before those that the block's reader has read
     * @param blankLinesBefore blank lines before them
     */
    void add(RowBlock block, long linesBefore, int blankLinesBefore) {
        int rowsBefore = offsets.rows();
        block.addTo(offsets);
        for (Violation found : block.violations(keys.check(block, rowsBefore))) {
            log.add(found.movedBy(rowsBefore, linesBefore));
        }
        blankLines = blankLinesBefore + block.blankLines();
        block.problem().ifPresent(problem -> breakOff(problem, linesBefore + block.line()));
    }

    private void breakOff(IOException problem, long line) {
        isBrokenOff = true;
        log.add(UnreadableRecord.explain(problem, offsets.rows() + 1, line, file));
    }

    /** There is a further row, and no room for it. */
    void refuseMore() {
        log.add(Violation.ofFile(
                ViolationCode.FILE_TOO_MANY_ROWS, "Split the file: it has more than " + mostRows + " rows."));
    }

    /** There is nothing after what was added. */
    void end() {
        if (offsets.rows() == 0 && !isBrokenOff) {
            log.add(Violation.ofFile(ViolationCode.FILE_NO_ROWS, "The file has a header but no row. Add rows to it."));
        }
    }
}

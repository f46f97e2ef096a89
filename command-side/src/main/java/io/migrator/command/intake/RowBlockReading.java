package io.migrator.command.intake;

import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.csv.RecordCursor;
import io.migrator.command.intake.csv.UnreadableRecord;
import io.migrator.command.intake.csv.UnreadableRecordException;
import java.util.List;
import org.apache.commons.csv.CSVException;

/** Reads rows block by block and judges each for itself. Not safe for use by several threads. */
final class RowBlockReading {

    /** Of one block: a file in which everything is wrong must not fill the memory. */
    private static final int MOST_VIOLATIONS = 5000;

    private final RecordCursor reader;
    private final RowRules rules;
    private final RowValidator validator;
    private final RowFingerprints fingerprints;
    private boolean atHeader;
    private boolean begun;
    private boolean more = true;

    /** @param atHeader whether the reader's next record is the header */
    RowBlockReading(RecordCursor reader, RowRules rules, boolean atHeader) {
        this.reader = reader;
        this.rules = rules;
        this.validator = rules.validator();
        this.fingerprints = new RowFingerprints(validator, rules.fingerprint());
        this.atHeader = atHeader;
    }

    /** Whether there are further rows. */
    boolean hasMore() {
        return more;
    }

    /** The next rows, so many at most; fewer when much is wrong with them. */
    RowBlock read(int mostRows) {
        RowBlock block = new RowBlock(fingerprints.keys());
        try {
            begin();
            while (more && block.rows() < mostRows && block.violations() < MOST_VIOLATIONS) {
                readRow(block);
            }
        } catch (UnreadableRecordException | CSVException e) {
            more = false;
            block.breakOff(e);
        }
        block.endAt(reader.line(), reader.blankLines());
        return block;
    }

    private void begin() throws UnreadableRecordException, CSVException {
        if (atHeader) {
            atHeader = false;
            more = reader.next();
        }
        if (!begun) {
            begun = true;
            more = reader.next();
        }
    }

    private void readRow(RowBlock block) throws UnreadableRecordException, CSVException {
        block.begin(reader.start());
        int row = block.rows();
        long line = reader.line();
        if (reader.width() == rules.width()) {
            block.add(validator.validate(row, line, reader.cells()));
            fingerprints.add(row, line, reader.cells(), block.keyed());
        } else {
            block.add(List.of(wrongWidth(row, line)));
        }
        more = reader.next();
        block.lastEndsAt(reader.endOfPrevious());
        if (block.lengthOfLast() > rules.longestRecord()) {
            block.addTooLong(UnreadableRecord.tooLong(row, line));
        }
    }

    private Violation wrongWidth(int row, long line) {
        return Violation.ofRow(
                row,
                line,
                ViolationCode.ROW_FIELD_COUNT,
                "Give " + rules.width() + " cells, one for each column of the header; this row has " + reader.width()
                        + ". Put a cell that holds the separator, a quote or a line break in quotes.");
    }
}

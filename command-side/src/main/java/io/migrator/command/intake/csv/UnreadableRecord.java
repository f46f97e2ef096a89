package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.IOException;

/** What to say when the reading of a file cannot go on. */
public final class UnreadableRecord {

    private static final int BUFFER = 64 * 1024;

    private UnreadableRecord() {}

    /**
     * The violation.
     *
     * @param problem what the reader threw
     * @param row that was being read, 0 for the header
     * @param line on which it begins
     */
    public static Violation explain(IOException problem, int row, long line, SpooledFile file) {
        if (!(problem instanceof UnreadableRecordException unreadable)) {
            return Violation.ofRow(
                    row,
                    line,
                    ViolationCode.ROW_QUOTE,
                    "Close the quote that begins in this record, and double quotes within a quoted cell; nothing after it"
                            + " was read.");
        }
        return switch (unreadable.code()) {
            case ROW_TOO_LONG -> tooLong(row, line);
            case FILE_TOO_MANY_ROWS -> tooManyBlankLines(line);
            default -> notText(unreadable.position(), file);
        };
    }

    private static Violation tooManyBlankLines(long line) {
        return Violation.ofRow(
                0,
                line,
                ViolationCode.FILE_TOO_MANY_ROWS,
                "Remove the blank lines: there are more than " + RecordReader.MOST_BLANK_LINES + ".");
    }

    /** A record that is longer than is taken in. */
    public static Violation tooLong(int row, long line) {
        return Violation.ofRow(
                row,
                line,
                ViolationCode.ROW_TOO_LONG,
                "Shorten the record, or close the quote that swallows the records after it.");
    }

    private static Violation notText(long position, SpooledFile file) {
        long line = lineOf(position, file);
        long sentAt = file.received().encodingFault().orElse(position);
        String charset = file.received().text().charset().name();
        String advice = "Save the file as UTF-8, or name its encoding as the parameter 'charset'; byte " + sentAt
                + " (0 = the first), on line " + line + ", does not begin a character of " + charset + ".";
        return Violation.ofRow(0, line, ViolationCode.FILE_ENCODING, advice);
    }

    /** Counts again from the start: needed once for a file that is refused. */
    private static long lineOf(long position, SpooledFile file) {
        byte[] buffer = new byte[BUFFER];
        long line = 1;
        byte before = 0;
        long at = 0;
        while (at < position) {
            int count = file.read(at, buffer, 0, (int) Math.min(BUFFER, position - at));
            for (int i = 0; i < count; i++) {
                boolean secondOfTwo = buffer[i] == '\n' && before == '\r';
                if ((buffer[i] == '\n' || buffer[i] == '\r') && !secondOfTwo) {
                    line++;
                }
                before = buffer[i];
            }
            at += Math.max(1, count);
        }
        return line;
    }
}

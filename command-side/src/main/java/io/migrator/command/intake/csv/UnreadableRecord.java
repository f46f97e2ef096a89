package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.SpooledFile;

/** What to say when the reading of a file cannot go on. */
public final class UnreadableRecord {

    private static final int BUFFER = 64 * 1024;

    private UnreadableRecord() {}

    public static Violation explain(UnreadableRecordException problem, int row, long line, SpooledFile file) {
        return problem.code() == ViolationCode.ROW_TOO_LONG ? tooLong(row, line) : notUtf8(problem.position(), file);
    }

    public static Violation tooLong(int row, long line) {
        return Violation.ofRow(
                row,
                line,
                ViolationCode.ROW_TOO_LONG,
                "Shorten the record, or close the quote that swallows the records after it.");
    }

    private static Violation notUtf8(long position, SpooledFile file) {
        long line = lineOf(position, file);
        String advice = isUtf16(file)
                ? "Save the file as UTF-8; it is UTF-16."
                : "Save the file as UTF-8; byte " + position + " (0 = the first), on line " + line
                        + ", does not begin a character of it.";
        return Violation.ofRow(0, line, ViolationCode.FILE_ENCODING, advice);
    }

    private static boolean isUtf16(SpooledFile file) {
        byte[] start = new byte[2];
        return file.read(0, start, 0, 2) == 2
                && ((start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
                        || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE));
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

package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.IOException;
import java.io.Reader;

/**
 * Gives the bytes of a spooled file to the CSV parser, one character for each (ISO-8859-1), so that the parser's positions are
 * positions of bytes; the cells are decoded afterwards, where they need it. On the way every byte is checked for being UTF-8, and
 * a record that never ends is stopped before it fills the memory. Not safe for use by several threads.
 */
final class SpoolReader extends Reader {

    private static final int BUFFER = 64 * 1024;
    private static final int MARK_LENGTH = 3;

    private final SpooledFile file;
    private final long end;
    private final int maxRecordLength;
    private final Utf8Guard guard = new Utf8Guard();
    private final byte[] buffer;
    private int filled;
    private int next;
    private long position;
    private long recordStart;

    /** @param stretch what to read, not the byte order mark */
    SpoolReader(SpooledFile file, Stretch stretch, int maxRecordLength) {
        this.file = file;
        this.end = stretch.end();
        this.maxRecordLength = maxRecordLength;
        this.buffer = new byte[(int) Math.min(BUFFER, stretch.length())];
        this.position = stretch.start();
        this.recordStart = position;
    }

    /** Where the text begins: after a byte order mark, if there is one. */
    static int firstPosition(SpooledFile file) {
        byte[] start = new byte[MARK_LENGTH];
        boolean marked = file.read(0, start, 0, MARK_LENGTH) == MARK_LENGTH
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF;
        return marked ? MARK_LENGTH : 0;
    }

    /** From now on the next record is read; it began within the parser's small buffer before this position. */
    void recordBegins() {
        recordStart = position;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position - recordStart > maxRecordLength) {
            throw new UnreadableRecordException(ViolationCode.ROW_TOO_LONG, recordStart);
        }
        if (next == filled && !fill()) {
            return -1;
        }
        int count = Math.min(length, filled - next);
        int valid = widen(target, offset, count);
        if (valid == 0) {
            throw new UnreadableRecordException(ViolationCode.FILE_ENCODING, guard.characterStart());
        }
        return valid;
    }

    /** How many characters there are before the first byte that is not UTF-8. What comes before it is still read. */
    private int widen(char[] target, int offset, int count) {
        int done = 0;
        while (done < count) {
            if (guard.isComplete()) {
                done = widenAscii(target, offset, done, count);
            }
            if (done == count || !guard.accepts(buffer[next + done], position + done)) {
                break;
            }
            target[offset + done] = (char) (buffer[next + done] & 0xFF);
            done++;
        }
        next += done;
        position += done;
        return done;
    }

    /** Most of most files: nothing to check. */
    private int widenAscii(char[] target, int offset, int from, int count) {
        int i = from;
        while (i < count && buffer[next + i] >= 0) {
            target[offset + i] = (char) buffer[next + i];
            i++;
        }
        return i;
    }

    private boolean fill() throws UnreadableRecordException {
        filled = Math.max(0, file.read(position, buffer, 0, (int) Math.min(buffer.length, end - position)));
        next = 0;
        if (filled == 0 && !guard.isComplete()) {
            throw new UnreadableRecordException(ViolationCode.FILE_ENCODING, guard.characterStart());
        }
        boolean isEndOfFile = filled == 0 && position == file.size();
        if (isEndOfFile && file.received().encodingFault().isPresent()) {
            throw new UnreadableRecordException(ViolationCode.FILE_ENCODING, position);
        }
        return filled > 0;
    }

    @Override
    public void close() {
        // The spooled file belongs to the one who made it.
    }
}

package io.migrator.command.intake.spool;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a ZIP archive through and remembers its end, where the format (APPNOTE, 4.3.16) has the only proof that nothing is cut
 * off and nothing follows. Not safe for use by several threads.
 */
final class ArchiveEnd extends InputStream {

    private static final int RECORD = 22;
    private static final int LONGEST = RECORD + 0xFFFF;
    private static final int ENTRIES = 10;
    private static final int COMMENT_LENGTH = 20;
    private static final int TOO_MANY_TO_SAY = 0xFFFF;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_START = 16;
    private static final long TOO_LARGE_TO_SAY = 0xFFFFFFFFL;

    /** Before the record, in archives in the ZIP64 form: where that form's own record stands (APPNOTE, 4.3.15). */
    private static final int LOCATOR = 20;

    private static final int RECORD_64_START = 8;

    private final InputStream archive;
    private final byte[] last = new byte[2 * LONGEST];
    private int length;
    private long position;

    ArchiveEnd(InputStream archive) {
        this.archive = archive;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        int read = archive.read(target, offset, Math.min(count, LONGEST));
        if (read > 0) {
            remember(target, offset, read);
        }
        return read;
    }

    /** Whether the archive ends here the way one of so many entries does. */
    boolean isEndOf(int entries) {
        for (int at = length - RECORD; at >= 0; at--) {
            if (last[at] == 'P' && last[at + 1] == 'K' && last[at + 2] == 5 && last[at + 3] == 6) {
                if (number(at + COMMENT_LENGTH) == length - at - RECORD) {
                    int said = number(at + ENTRIES);
                    return (said == entries || said == TOO_MANY_TO_SAY) && followsItsDirectory(at);
                }
            }
        }
        return false;
    }

    /** Whether the directory that the record speaks of ends where the record begins: if not, another archive came before. */
    private boolean followsItsDirectory(int at) {
        long size = number32(at + DIRECTORY_SIZE);
        long start = number32(at + DIRECTORY_START);
        if (size == TOO_LARGE_TO_SAY || start == TOO_LARGE_TO_SAY) {
            return true; // said by the ZIP64 record instead, which is not looked into
        }
        return start + size == directoryEnd(at);
    }

    private long directoryEnd(int at) {
        int locator = at - LOCATOR;
        if (locator >= 0
                && last[locator] == 'P'
                && last[locator + 1] == 'K'
                && last[locator + 2] == 6
                && last[locator + 3] == 7) {
            return number32(locator + RECORD_64_START) | number32(locator + RECORD_64_START + 4) << 32;
        }
        return position - (length - at);
    }

    private long number32(int at) {
        return number(at) | (long) number(at + 2) << 16;
    }

    private int number(int at) {
        return (last[at] & 0xFF) | (last[at + 1] & 0xFF) << 8;
    }

    private void remember(byte[] bytes, int offset, int count) {
        if (length + count > last.length) {
            int kept = Math.min(length, LONGEST);
            System.arraycopy(last, length - kept, last, 0, kept);
            length = kept;
        }
        System.arraycopy(bytes, offset, last, length, count);
        length += count;
        position += count;
    }
}

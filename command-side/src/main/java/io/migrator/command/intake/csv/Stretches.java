package io.migrator.command.intake.csv;

import io.migrator.command.intake.spool.SpooledFile;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a file into stretches that can be read each for itself: behind a line end that is in no quotes. Nothing but quotes and
 * line ends is looked at, so that this costs a small part of what reading does. A quote opens a cell only as its first character,
 * as for the parser; where the two differ all the same, the parser comes upon a cell that is not closed within its stretch. Not
 * safe for use by several threads.
 */
public final class Stretches implements Iterator<Stretch> {

    private static final int BUFFER = 64 * 1024;
    private static final byte QUOTE = '"';

    private final SpooledFile file;
    private final char delimiter;
    private final long end;
    private final int size;
    private final byte[] buffer = new byte[BUFFER];
    private long start;
    private boolean quoted;
    private long closed;
    private byte before;

    /**
     * @param whole what is cut, from the beginning of a record on
     * @param size least bytes of a stretch, the last one aside
     */
    public Stretches(SpooledFile file, char delimiter, Stretch whole, int size) {
        this.file = file;
        this.delimiter = delimiter;
        this.end = whole.end();
        this.size = size;
        this.start = whole.start();
    }

    @Override
    public boolean hasNext() {
        return start < end;
    }

    @Override
    public Stretch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Stretch next = new Stretch(start, cut());
        start = next.end();
        return next;
    }

    /** Where the stretch ends that begins here. */
    private long cut() {
        quoted = false;
        closed = -1;
        before = '\n';
        for (long position = start; position < end; position += BUFFER) {
            int filled = (int) Math.min(BUFFER, end - position);
            file.readFully(position, buffer, filled);
            int cut = cut(position, filled);
            if (cut > 0) {
                return position + cut;
            }
            before = buffer[filled - 1];
        }
        return end;
    }

    /** Behind which byte of the buffer the stretch ends, or 0 when it goes on. */
    private int cut(long position, int filled) {
        int enough = (int) Math.max(0, Math.min(filled, start + size - position - 1));
        for (int at = 0; at < filled; at++) {
            if (buffer[at] == QUOTE) {
                turn(position + at, at == 0 ? before : buffer[at - 1]);
            } else if (at >= enough && !quoted && isLineEnd(at, filled)) {
                return at + 1;
            }
        }
        return 0;
    }

    /**
     * A line feed, or a carriage return before another character of ASCII: the parser looks behind a carriage return before it
     * hands the record on, and does not hand it on when what it sees there is no text.
     */
    private boolean isLineEnd(int at, int filled) {
        return buffer[at] == '\n'
                || (buffer[at] == '\r' && at + 1 < filled && buffer[at + 1] >= 0 && buffer[at + 1] != '\n');
    }

    /** A quote opens a cell, closes one, is the second of two within one, or is a character like any other. */
    private void turn(long position, byte previous) {
        if (quoted) {
            quoted = false;
            closed = position;
        } else {
            quoted = previous == delimiter || previous == '\n' || previous == '\r' || closed == position - 1;
        }
    }
}

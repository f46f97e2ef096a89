package io.migrator.exporter.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of CSV on their way to a file: UTF-8, comma, CRLF, quotes where they are needed (RFC 4180). The same cells make the same
 * bytes. For one thread.
 */
final class CsvLines {

    private static final int BUFFER = 1 << 16;

    /** Of a line's end or a comma, one of which stands behind every cell. */
    private static final int BEHIND_A_CELL = 2;

    private final OutputStream out;
    private byte[] buffer = new byte[BUFFER + 1_024];
    private int length;
    private long flushed;

    CsvLines(OutputStream out) {
        this.out = out;
    }

    void add(String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                buffer[length++] = ',';
            }
            append(cells[i]);
        }
        buffer[length++] = '\r';
        buffer[length++] = '\n';
        flushWhenFull();
    }

    /** A line that is made already. */
    void copy(byte[] line) throws IOException {
        put(line);
        flushWhenFull();
    }

    private void flushWhenFull() throws IOException {
        if (length >= BUFFER) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        flushed += length;
        length = 0;
    }

    /** Bytes so far. */
    long written() {
        return flushed + length;
    }

    /**
     * Most cells are ASCII without a mark that means something. Of those, Latin-1 is UTF-8, and to be had by copying: one look at each
     * byte finds them. What is in no Latin-1 comes as a question mark.
     */
    private void append(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.ISO_8859_1);
        int last = bytes.length - 1;
        if (last >= 0 && (bytes[0] <= ' ' || bytes[last] <= ' ')) {
            appendExactly(cell);
            return;
        }
        for (byte next : bytes) {
            if ((next < '-' || next == '?') && !isPlain(next)) {
                appendExactly(cell);
                return;
            }
        }
        put(bytes);
    }

    private static boolean isPlain(byte next) {
        return next > 0 && next != '?' && !isMark(next);
    }

    private void appendExactly(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        if (needsQuotes(bytes)) {
            bytes = ('"' + cell.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8);
        }
        put(bytes);
    }

    private void put(byte[] cell) {
        int needed = length + cell.length + BEHIND_A_CELL;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length * 2));
        }
        System.arraycopy(cell, 0, buffer, length, cell.length);
        length += cell.length;
    }

    private static boolean needsQuotes(byte[] cell) {
        for (byte next : cell) {
            if (isMark(next)) {
                return true;
            }
        }
        return cell.length > 0 && (isSpace(cell[0]) || isSpace(cell[cell.length - 1]));
    }

    private static boolean isMark(byte next) {
        return next == ',' || next == '"' || next == '\n' || next == '\r';
    }

    /** What is below zero is a part of a letter. */
    private static boolean isSpace(byte next) {
        return next >= 0 && next <= ' ';
    }
}

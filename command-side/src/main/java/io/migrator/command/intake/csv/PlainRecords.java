package io.migrator.command.intake.csv;

import io.migrator.command.intake.spool.SpooledFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a stretch whose lines end with LF or CRLF, without another carriage return, none longer than a record may be, all of
 * it UTF-8. A record without a quote is a line there, and its cells are what stands between the separators: what the parser finds
 * too, for half of the time that reading a file takes (docs/decisions/0013). Every other record goes through the parser. Not safe
 * for use by several threads.
 */
public final class PlainRecords implements RecordCursor {

    /** A stretch is longer only when something in it is not plain. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private final RecordForm form;
    private final long origin;
    private final byte[] text;
    private String[] cells = new String[0];
    private int width;
    private int at;
    private int start;
    private int end;
    private long line = 1;
    private long nextLine = 1;
    private int blankLines;
    private @Nullable QuotedRecords quoted;

    private PlainRecords(RecordForm form, long origin, byte[] text) {
        this.form = form;
        this.origin = origin;
        this.text = text;
    }

    /** The records of the stretch, if they are plain. */
    public static Optional<PlainRecords> in(SpooledFile file, RecordForm form, Stretch stretch, int maxRecordLength) {
        if (stretch.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] text = new byte[(int) stretch.length()];
        file.readFully(stretch.start(), text, text.length);
        return arePlain(text, maxRecordLength)
                ? Optional.of(new PlainRecords(form, stretch.start(), text))
                : Optional.empty();
    }

    private static boolean arePlain(byte[] text, int maxRecordLength) {
        Utf8Guard guard = new Utf8Guard();
        boolean atCharacter = true;
        int lineStart = 0;
        for (int i = 0; i < text.length; i++) {
            byte next = text[i];
            if (next < 0 || !atCharacter) {
                if (!guard.accepts(next, i)) {
                    return false;
                }
                atCharacter = guard.isComplete();
            }
            if (next == '\r' && !isReturnOfLine(text, i)) {
                return false;
            }
            if (next == '\n') {
                if (i - lineStart >= maxRecordLength) {
                    return false;
                }
                lineStart = i + 1;
            }
        }
        return lineStart == text.length;
    }

    private static boolean isReturnOfLine(byte[] text, int at) {
        return at + 1 < text.length && text[at + 1] == '\n';
    }

    @Override
    public boolean next() throws CSVException {
        end = at;
        do {
            start = at;
            line = nextLine;
            if (at == text.length) {
                return false;
            }
            readLine();
        } while (isBlankLine());
        return true;
    }

    private void readLine() throws CSVException {
        char delimiter = form.delimiter();
        width = 0;
        int from = at;
        int to = at;
        while (text[to] != '\n') {
            if (text[to] == '"') {
                readQuoted();
                return;
            }
            if (text[to] == delimiter) {
                add(from, to);
                from = to + 1;
            }
            to++;
        }
        add(from, to > from && text[to - 1] == '\r' ? to - 1 : to);
        at = to + 1;
        nextLine++;
    }

    private void readQuoted() throws CSVException {
        QuotedRecords parser = quoted == null ? new QuotedRecords(text, form) : quoted;
        quoted = parser;
        cells = parser.read(at);
        width = cells.length;
        at = parser.end();
        nextLine += parser.lines();
    }

    private void add(int from, int to) {
        if (width == cells.length) {
            cells = Arrays.copyOf(cells, 2 * width + 1);
        }
        cells[width++] = from == to ? "" : form.cell(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    /** A line of nothing or blanks only, as it stands in the file. */
    private boolean isBlankLine() {
        int last = start;
        while (text[last] == ' ' || text[last] == '\t' || text[last] == '\r') {
            last++;
        }
        boolean isBlank = width == 1 && text[last] == '\n';
        blankLines += isBlank ? 1 : 0;
        return isBlank;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String[] cells() {
        return cells;
    }

    @Override
    public long start() {
        return origin + start;
    }

    @Override
    public long endOfPrevious() {
        return origin + end;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int blankLines() {
        return blankLines;
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}

package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.cells.SpreadsheetCells;
import java.nio.charset.StandardCharsets;

/**
 * A record's bytes, taken apart just as far as needed. Follows the parser: a quote counts only as the first character of a
 * cell, is doubled within, and blanks between the closing one and the separator are not part of the cell.
 */
public final class RecordText {

    private static final byte QUOTE = '"';
    private static final byte ESCAPE = SpreadsheetCells.ESCAPE;

    private RecordText() {}

    /** Where the record ends when its line end is left away. */
    public static int withoutLineEnd(byte[] bytes, int start, int end) {
        int last = end;
        if (last > start && bytes[last - 1] == '\n') {
            last--;
        }
        if (last > start && bytes[last - 1] == '\r') {
            last--;
        }
        return last;
    }

    /** Where the cell ends that begins at {@code start}: at its separator or at the record's end. */
    public static int endOfCell(byte[] bytes, int start, int end, char delimiter) {
        int at = start;
        if (at < end && bytes[at] == QUOTE) {
            at = closingQuote(bytes, start, end) + 1;
        }
        while (at < end && bytes[at] != delimiter) {
            at++;
        }
        return at;
    }

    /** Where the cell begins that has so many cells before it; one more than the record's end when there is no such cell. */
    public static int startOfCell(byte[] bytes, int start, int end, int cellsBefore, char delimiter) {
        int at = start;
        for (int i = 0; i < cellsBefore && at <= end; i++) {
            at = endOfCell(bytes, at, end, delimiter) + 1;
        }
        return at;
    }

    /**
     * Takes the record's escapes for spreadsheets away, in place.
     *
     * @return where the record ends then
     */
    public static int unescape(byte[] bytes, int start, int end, char delimiter) {
        int written = start;
        int at = start;
        while (at <= end) {
            int cellEnd = endOfCell(bytes, at, end, delimiter);
            int mark = at < cellEnd && bytes[at] == QUOTE ? at + 1 : at;
            int next = Math.min(cellEnd + 1, end);
            if (mark < cellEnd && bytes[mark] == ESCAPE && SpreadsheetCells.isEscaped(text(bytes, at, cellEnd))) {
                written = move(bytes, at, mark, written);
                at = mark + 1;
            }
            written = move(bytes, at, next, written);
            at = cellEnd + 1;
        }
        return written;
    }

    private static int move(byte[] bytes, int from, int to, int target) {
        System.arraycopy(bytes, from, bytes, target, to - from);
        return target + to - from;
    }

    /** The cell between the two positions. */
    public static String cell(byte[] bytes, int start, int end, RecordForm form) {
        return form.cell(text(bytes, start, end));
    }

    /** The text of the cell between the two positions, as it stands in the file. */
    public static String text(byte[] bytes, int start, int end) {
        if (start >= end || bytes[start] != QUOTE) {
            return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
        }
        int close = closingQuote(bytes, start, end);
        return new String(bytes, start + 1, close - start - 1, StandardCharsets.UTF_8).replace("\"\"", "\"");
    }

    private static int closingQuote(byte[] bytes, int start, int end) {
        int at = start + 1;
        while (at < end) {
            if (bytes[at] == QUOTE) {
                if (at + 1 == end || bytes[at + 1] != QUOTE) {
                    return at;
                }
                at++;
            }
            at++;
        }
        throw new IllegalStateException("a record that was read before has no closing quote");
    }
}

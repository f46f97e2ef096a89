package io.migrator.query.csv;

import io.migrator.api.filetypes.cells.SpreadsheetCells;

/** Records whose cells are made safe for spreadsheet programs without being written anew. */
public final class SpreadsheetRecord {

    private static final char QUOTE = '"';

    private SpreadsheetRecord() {}

    /**
     * The record with {@link SpreadsheetCells#escaped} applied to each cell. Apostrophes are put in, nothing else is touched:
     * quotes, blanks around them and line breaks stay. The record itself when no cell needs one.
     *
     * @param record text that was accepted, without its line end
     */
    public static String escaped(String record, char delimiter) {
        StringBuilder changed = null;
        int copied = 0;
        int cell = 0;
        while (cell >= 0) {
            boolean isQuoted = cell < record.length() && record.charAt(cell) == QUOTE;
            int begin = isQuoted ? cell + 1 : cell;
            int end = isQuoted ? closingQuote(record, begin) : endOfCell(record, begin, delimiter);
            if (isChanged(record, begin, end)) {
                changed = changed == null ? new StringBuilder(record.length() + 8) : changed;
                changed.append(record, copied, begin).append(SpreadsheetCells.ESCAPE);
                copied = begin;
            }
            cell = endOfCell(record, end, delimiter) + 1;
            cell = cell > record.length() ? -1 : cell;
        }
        return changed == null
                ? record
                : changed.append(record, copied, record.length()).toString();
    }

    /**
     * Most cells begin with a letter or a digit, and none of those is changed. Doubled quotes within a cell may stay doubled:
     * neither one nor two make a spreadsheet run anything.
     */
    private static boolean isChanged(String record, int begin, int end) {
        if (begin >= end || Character.isLetterOrDigit(record.charAt(begin))) {
            return false;
        }
        String cell = record.substring(begin, end);
        return SpreadsheetCells.escaped(cell).length() != cell.length();
    }

    private static int endOfCell(String record, int from, char delimiter) {
        int end = record.indexOf(delimiter, from);
        return end < 0 ? record.length() : end;
    }

    private static int closingQuote(String record, int from) {
        int at = record.indexOf(QUOTE, from);
        while (at >= 0 && at + 1 < record.length() && record.charAt(at + 1) == QUOTE) {
            at = record.indexOf(QUOTE, at + 2);
        }
        if (at < 0) {
            throw new IllegalStateException("a record that was accepted has no closing quote");
        }
        return at;
    }
}

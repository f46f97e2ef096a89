package io.migrator.api.filetypes.cells;

/**
 * Cells that a spreadsheet program would run as a formula, and the apostrophe that keeps it from doing so. What is escaped
 * comes back by {@link #unescaped} character for character: cells that the escaping has to be told apart from, those that begin
 * with an apostrophe, get one more. The characters are those of OWASP's page on CSV injection, also after blanks. Stateless.
 */
public final class SpreadsheetCells {

    /** What is put in front. */
    public static final char ESCAPE = '\'';

    private SpreadsheetCells() {}

    /** The cell as it can be opened in a spreadsheet program. */
    public static String escaped(String cell) {
        return needsEscape(cell, 0) ? ESCAPE + cell : cell;
    }

    /** The cell as it was before {@link #escaped}; an apostrophe that only a person can have written stays. */
    public static String unescaped(String cell) {
        return isEscaped(cell) ? cell.substring(1) : cell;
    }

    /** Whether the cell begins with an apostrophe that {@link #escaped} has put there. */
    public static boolean isEscaped(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == ESCAPE && needsEscape(cell, 1);
    }

    private static boolean needsEscape(String cell, int from) {
        return from < cell.length() && (cell.charAt(from) == ESCAPE || isExecuted(cell, from));
    }

    private static boolean isExecuted(String cell, int from) {
        if (isControl(cell.charAt(from))) {
            return true;
        }
        for (int i = from; i < cell.length(); i++) {
            char next = cell.charAt(i);
            if (!Character.isWhitespace(next) && !Character.isSpaceChar(next)) {
                return beginsFormula(next);
            }
        }
        return false;
    }

    private static boolean isControl(char first) {
        return first == '\t' || first == '\r' || first == '\n';
    }

    /** The last four are the full-width forms, which some programs take for the plain ones. */
    private static boolean beginsFormula(char first) {
        return switch (first) {
            case '=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}

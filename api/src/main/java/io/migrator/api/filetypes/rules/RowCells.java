package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.Blanks;
import java.util.Arrays;
import java.util.Map;

/**
 * The cells of one row by the names of their columns, for rules between columns. One object serves row after row: not to be
 * kept, and not safe for use by several threads.
 */
public final class RowCells {

    private static final String[] NO_CELLS = {};

    private final Map<String, Integer> positions;
    private final boolean[] flawed;
    private String[] cells = NO_CELLS;

    /** @param positions where each column stands */
    public RowCells(Map<String, Integer> positions) {
        this.positions = positions;
        this.flawed = new boolean[positions.size()];
    }

    /** Goes on to the next row; the array is read, not copied. */
    public void turnTo(String[] row) {
        cells = row;
        Arrays.fill(flawed, false);
    }

    /** Remembers that the cell breaks a rule of its own. */
    public void flaw(int column) {
        flawed[column] = true;
    }

    /** The cell's text as it stands. */
    public String text(String column) {
        return cells[position(column)];
    }

    /** Whether the cell holds anything. */
    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** Whether the cell holds exactly this. */
    public boolean is(String column, String value) {
        return text(column).equals(value);
    }

    /** Whether the cell is {@code true}, in any case. */
    public boolean isTrue(String column) {
        return Blanks.trim(text(column)).equalsIgnoreCase("true");
    }

    /** Whether every one of the cells is filled in and breaks no rule of its own. */
    public boolean areSound(String... columns) {
        for (String column : columns) {
            int position = position(column);
            if (flawed[position] || Blanks.trim(cells[position]).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The cell without blanks around it. */
    public String trimmed(String column) {
        return Blanks.trim(text(column));
    }

    private int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("There is no column " + column + " in this file type.");
        }
        return position;
    }
}

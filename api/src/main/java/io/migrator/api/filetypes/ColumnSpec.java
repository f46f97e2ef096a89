package io.migrator.api.filetypes;

import io.migrator.api.filetypes.cells.Blanks;
import io.migrator.api.filetypes.rules.CellRule;
import java.util.List;

/**
 * One column of a file type.
 *
 * @param name as in the header
 * @param type what the cells are
 * @param required whether no cell may be empty
 * @param unique whether no two filled-in cells of a file may be alike
 * @param maxLength most characters (code points) of a string, {@link #UNLIMITED} when the type sets no limit
 * @param rules what else is asked of a filled-in cell
 * @param description what the column holds
 * @param examples two valid cells, for the template's rows
 * @param mayHoldLongNumbers whether long numbers belong here, so that they are not taken for card numbers
 * @param secret whether reports mask the cells
 * @param refersTo the file type whose EXTERNAL_ID the cells name; empty when they name none
 */
public record ColumnSpec(
        String name,
        ColumnType type,
        boolean required,
        boolean unique,
        int maxLength,
        List<CellRule> rules,
        String description,
        List<String> examples,
        boolean mayHoldLongNumbers,
        boolean secret,
        String refersTo) {

    /** The length limit of a column that has none. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public ColumnSpec {
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
    }

    /** The text that counts: blanks around it belong to a string and to nothing else. */
    public String significant(String cell) {
        return type == ColumnType.STRING ? cell : Blanks.trim(cell);
    }
}

package io.migrator.api.filetypes;

import io.migrator.api.filetypes.cells.ShownValue;
import io.migrator.api.filetypes.rules.RowCells;
import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks rows of one file, each for itself. Rules between rows are {@link FileTypeSpec#keys} and not judged here.
 *
 * <p>Pure computation; a row in order costs no object. Keeps the row last seen, so every thread needs a validator of its own.
 */
public final class RowValidator {

    private final FileTypeSpec spec;
    private final UploadMoment moment;
    private final CellValidator[] columns;
    private final RowCells cells;

    /** A validator for files of this type that came at this moment. */
    public RowValidator(FileTypeSpec spec, UploadMoment moment) {
        this.spec = spec;
        this.moment = moment;
        this.columns = spec.columns().stream()
                .map(column -> new CellValidator(column, moment))
                .toArray(CellValidator[]::new);
        this.cells = new RowCells(spec.positions());
    }

    /**
     * What is wrong with a row.
     *
     * @param row number of the row (1 = the first)
     * @param line physical line on which it begins
     * @param texts a cell for each of the type's own columns; may be longer, and is not kept beyond the next call
     * @return the violations, most often none
     */
    public List<Violation> validate(int row, long line, String[] texts) {
        cells.turnTo(texts);
        List<Violation> found = List.of();
        for (int i = 0; i < columns.length; i++) {
            if (!columns[i].isInOrder(texts[i])) {
                cells.flaw(i);
                found = found.isEmpty() ? new ArrayList<>() : found;
                columns[i].explain(row, line, texts[i], found);
            }
        }
        for (RowCondition condition : spec.conditions()) {
            if (!condition.holds().test(cells, moment)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(violation(row, line, condition.column(), ViolationCode.CELL_CONDITION, condition.advice()));
            }
        }
        return found;
    }

    /** The row last validated, for the rules between rows. */
    public RowCells cells() {
        return cells;
    }

    /** A violation of the row last validated, with what may be shown of its cell. */
    public Violation violation(int row, long line, String column, ViolationCode code, String advice) {
        return new Violation(
                row,
                line,
                column,
                code,
                advice,
                shown(spec.columns().get(spec.positions().getOrDefault(column, 0)), cells.text(column)));
    }

    static String shown(ColumnSpec column, String text) {
        if (text.isEmpty()) {
            return text;
        }
        return column.secret() ? ShownValue.ofToken(text) : ShownValue.of(text);
    }
}

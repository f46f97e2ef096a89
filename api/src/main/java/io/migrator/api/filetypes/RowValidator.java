package io.migrator.api.filetypes;

import io.migrator.api.filetypes.cells.ShownValue;
import io.migrator.api.filetypes.rules.RowCells;
import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.RowKey;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks rows of one file, each for itself: the type's own columns, and an incoming PBJ_CUSTOMER_ID beside them. The rules
 * between rows are named by {@link #keys} and judged by the one who has all rows.
 *
 * <p>Pure computation; a row in order costs no object. Keeps the row last seen, so every thread needs a validator of its own.
 */
public final class RowValidator {

    private static final Column CUSTOMER_ID = Column.string(GeneratedColumn.PBJ_CUSTOMER_ID.name())
            .describedAs(GeneratedColumn.PBJ_CUSTOMER_ID.description())
            .examples("", "");

    private final UploadMoment moment;
    private final List<ColumnSpec> columns;
    private final CellValidator[] validators;
    private final List<RowCondition> conditions;
    private final List<RowKey> keys;
    private final Map<String, Integer> positions;
    private final RowCells cells;

    /**
     * @param spec the file's type
     * @param generatedColumns how many generated columns the file has after the type's own
     * @param moment when the file came
     */
    public RowValidator(FileTypeSpec spec, int generatedColumns, UploadMoment moment) {
        this.moment = moment;
        this.columns = new ArrayList<>(spec.columns());
        this.keys = new ArrayList<>(spec.keys());
        this.positions = new HashMap<>(spec.positions());
        if (generatedColumns > 0) {
            addCustomerId(spec);
        }
        this.validators = columns.stream()
                .map(column -> new CellValidator(column, moment))
                .toArray(CellValidator[]::new);
        this.conditions = spec.conditions();
        this.cells = new RowCells(positions);
    }

    private void addCustomerId(FileTypeSpec spec) {
        ColumnSpec column = CUSTOMER_ID.spec();
        positions.put(column.name(), columns.size());
        columns.add(column);
        if (spec.rowsAreCustomers()) {
            keys.add(RowKey.unique(column.name()));
        }
    }

    /**
     * What is wrong with a row.
     *
     * @param row number of the row (1 = the first)
     * @param line physical line on which it begins
     * @param texts a cell for each column; may be longer, and is not kept beyond the next call
     * @return the violations, most often none
     */
    public List<Violation> validate(int row, long line, String[] texts) {
        cells.turnTo(texts);
        List<Violation> found = List.of();
        for (int i = 0; i < validators.length; i++) {
            if (!validators[i].isInOrder(texts[i], cells)) {
                cells.flaw(i);
                found = found.isEmpty() ? new ArrayList<>() : found;
                validators[i].explain(row, line, texts[i], cells, found);
            }
        }
        for (RowCondition condition : conditions) {
            if (!condition.holds().test(cells, moment)) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                String column = condition.column();
                String cell = cells.text(column);
                found.add(violation(row, line, column, ViolationCode.CELL_CONDITION, condition.advice(), cell));
            }
        }
        return found;
    }

    /** The rules between rows that the file has to keep. */
    public List<RowKey> keys() {
        return List.copyOf(keys);
    }

    /** Where the column stands in a row, 0 = the first. */
    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("There is no column " + column + " in this file type.");
        }
        return position;
    }

    /** The row last validated, for the rules between rows. */
    public RowCells cells() {
        return cells;
    }

    /** A violation of a row, with what may be shown of its cell. */
    public Violation violation(int row, long line, String column, ViolationCode code, String advice, String cell) {
        return new Violation(row, line, column, code, advice, shown(columns.get(position(column)), cell));
    }

    static String shown(ColumnSpec column, String text) {
        if (text.isEmpty()) {
            return text;
        }
        return column.secret() ? ShownValue.ofToken(text) : ShownValue.of(text);
    }
}

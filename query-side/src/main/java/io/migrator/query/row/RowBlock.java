package io.migrator.query.row;

import java.util.List;

/**
 * Some consecutive rows of a selection.
 *
 * @param isLast whether nothing comes after them; a block that is not the last may hold fewer rows than were asked for, because
 *     long records fill it earlier
 * @param asOf the aggregate sequence number of the last event that the rows show; -1 when there is no file
 */
public record RowBlock(List<CsvRow> rows, boolean isLast, long asOf) {

    static final RowBlock NONE = new RowBlock(List.of(), true, -1);

    public RowBlock {
        rows = List.copyOf(rows);
    }

    /** The number of the last row, to go on after it; 0 when there is none. */
    public int end() {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).row();
    }
}

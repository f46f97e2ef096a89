package io.migrator.crm.record;

import java.sql.Array;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a record's fences: an array of sequences, or of pairs of rank and sequence where the table is ranked;
 * NULL for a column that nothing has stated.
 */
final class FenceArray {

    private FenceArray() {}

    static String write(StoredRecord record) {
        boolean ranked = record.table().rankedBy().isPresent();
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < record.table().columns().size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            Fence fence = record.fence(i);
            String sequence = fence == null ? "NULL" : Long.toString(fence.sequence());
            if (ranked) {
                text.append('{').append(fence == null ? "NULL" : Long.toString(fence.rank()));
                text.append(',').append(sequence).append('}');
            } else {
                text.append(sequence);
            }
        }
        return text.append('}').toString();
    }

    /** The same as a value of a row to be copied. */
    static void copy(StoredRecord record, CopyRows rows) {
        boolean ranked = record.table().rankedBy().isPresent();
        int columns = record.table().columns().size();
        int start = ranked ? rows.beginArray(columns, 2) : rows.beginArray(columns);
        for (int i = 0; i < columns; i++) {
            Fence fence = record.fence(i);
            if (fence == null) {
                rows.nothing();
                if (ranked) {
                    rows.nothing();
                }
            } else {
                if (ranked) {
                    rows.number(fence.rank());
                }
                rows.number(fence.sequence());
            }
        }
        rows.endArray(start);
    }

    /** Columns that were added after the record was written have no fence. */
    static @Nullable Fence[] read(Array stored, RecordTable table) throws SQLException {
        @Nullable Fence[] fences = new Fence[table.columns().size()];
        Object elements = stored.getArray();
        if (elements instanceof @Nullable Long[][] pairs) {
            for (int i = 0; i < pairs.length; i++) {
                fences[i] = fence(pairs[i][0], pairs[i][1]);
            }
        } else if (elements instanceof @Nullable Long[] sequences) {
            for (int i = 0; i < sequences.length; i++) {
                fences[i] = fence(0L, sequences[i]);
            }
        } else {
            throw new SQLException("the fences of " + table.name() + " are not an array of bigint");
        }
        return fences;
    }

    private static @Nullable Fence fence(@Nullable Long rank, @Nullable Long sequence) {
        return rank == null || sequence == null ? null : new Fence(rank, sequence);
    }
}

package io.migrator.command.intake;

import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.rules.RowKey;
import io.migrator.api.filetypes.violations.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Judges the rules between the rows of one file: unique columns and the type's further keys. Not safe for use by several threads. */
final class RowKeys {

    private record Kept(RowKey key, KeyIndex index) {}

    private final RowValidator validator;
    private final List<Kept> keys = new ArrayList<>();

    /**
     * @param validator of the file's type
     * @param comparisons a comparison for each rule: it remembers the row that this rule asked for last
     * @param mostRows most rows there can be
     */
    RowKeys(RowValidator validator, Supplier<RowComparison> comparisons, int mostRows) {
        this.validator = validator;
        for (RowKey key : validator.keys()) {
            int[] columns = key.columns().stream().mapToInt(validator::position).toArray();
            keys.add(new Kept(key, new KeyIndex(columns, comparisons.get(), mostRows)));
        }
    }

    /** Bytes of memory that the rules take at most for so many rows. */
    static long bytes(RowValidator validator, int mostRows) {
        return validator.keys().size() * FirstRows.bytes(mostRows);
    }

    /**
     * Judges the rows of the next block.
     *
     * @param rowsBefore rows before the block
     * @return what is wrong, with rows and lines as the block counts them
     */
    List<Violation> check(RowBlock block, int rowsBefore) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            check(keys.get(i), block.keyed().get(i), rowsBefore, found);
        }
        return found;
    }

    private void check(Kept kept, KeyedRows rows, int rowsBefore, List<Violation> found) {
        RowKey key = kept.key();
        for (int i = 0; i < rows.count(); i++) {
            int row = rows.row(i);
            int first = kept.index().firstWithSameValues(rowsBefore + row, rows.fingerprint(i), rows.values(i));
            if (first != 0) {
                String advice = "Row " + first + " has it already. " + key.advice();
                found.add(validator.violation(row, rows.line(i), key.column(), key.code(), advice, rows.shown(i)));
            }
        }
    }
}

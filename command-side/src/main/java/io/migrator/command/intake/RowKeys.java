package io.migrator.command.intake;

import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.rules.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Judges the rules between the rows of one file: unique columns and the type's further keys. Not safe for use by several threads. */
final class RowKeys {

    private record Kept(RowKey key, KeyIndex index) {}

    private final RowValidator validator;
    private final List<Kept> keys = new ArrayList<>();

    /**
     * @param validator that sees every row first
     * @param comparisons a comparison for each rule: it remembers the row that this rule asked for last
     * @param mostRows most rows there can be
     */
    RowKeys(RowValidator validator, Fingerprint fingerprint, Supplier<RowComparison> comparisons, int mostRows) {
        this.validator = validator;
        for (RowKey key : validator.keys()) {
            int[] columns = key.columns().stream().mapToInt(validator::position).toArray();
            keys.add(new Kept(key, new KeyIndex(columns, fingerprint, comparisons.get(), mostRows)));
        }
    }

    /** Bytes of memory that the rules take at most for so many rows. */
    static long bytes(RowValidator validator, int mostRows) {
        return validator.keys().size() * FirstRows.bytes(mostRows);
    }

    /** Judges the row that the validator has last seen. */
    void check(int row, long line, String[] cells, ViolationLog log) {
        for (Kept kept : keys) {
            RowKey key = kept.key();
            if (key.concerns().test(validator.cells())) {
                int first = kept.index().firstWithSameValues(row, cells);
                if (first != 0) {
                    String advice = "Row " + first + " has it already. " + key.advice();
                    log.add(validator.violation(row, line, key.column(), key.code(), advice));
                }
            }
        }
    }
}

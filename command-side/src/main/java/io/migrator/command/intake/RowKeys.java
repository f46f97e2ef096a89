package io.migrator.command.intake;

import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.rules.RowKey;
import java.util.ArrayList;
import java.util.List;

/** Judges the rules between the rows of one file: unique columns and the type's further keys. Not safe for use by several threads. */
final class RowKeys {

    private record Kept(RowKey key, KeyIndex index) {}

    private final RowValidator validator;
    private final List<Kept> keys = new ArrayList<>();

    /** @param validator that sees every row first */
    RowKeys(RowValidator validator, Fingerprint fingerprint, RowComparison comparison) {
        this.validator = validator;
        for (RowKey key : validator.keys()) {
            int[] columns = key.columns().stream().mapToInt(validator::position).toArray();
            keys.add(new Kept(key, new KeyIndex(columns, fingerprint, comparison)));
        }
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

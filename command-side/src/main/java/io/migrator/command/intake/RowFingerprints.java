package io.migrator.command.intake;

import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.rules.RowKey;
import java.util.List;

/** Notes of each row what the rules between rows will compare. Not safe for use by several threads. */
final class RowFingerprints {

    private final RowValidator validator;
    private final Fingerprint fingerprint;
    private final List<RowKey> keys;
    private final int[][] columns;
    private final int[] shown;

    /** @param validator that sees every row first */
    RowFingerprints(RowValidator validator, Fingerprint fingerprint) {
        this.validator = validator;
        this.fingerprint = fingerprint;
        this.keys = validator.keys();
        this.columns = keys.stream()
                .map(key -> key.columns().stream().mapToInt(validator::position).toArray())
                .toArray(int[][]::new);
        this.shown =
                keys.stream().mapToInt(key -> validator.position(key.column())).toArray();
    }

    /** How many rules there are. */
    int keys() {
        return keys.size();
    }

    /** Notes the row that the validator has last seen, for each rule that is about it. */
    void add(int row, long line, String[] cells, List<KeyedRows> keyed) {
        for (int i = 0; i < columns.length; i++) {
            if (keys.get(i).concerns().test(validator.cells())) {
                String[] values = new String[columns[i].length];
                for (int j = 0; j < values.length; j++) {
                    values[j] = cells[columns[i][j]];
                }
                keyed.get(i).add(row, line, fingerprint.of(values), values, cells[shown[i]]);
            }
        }
    }
}

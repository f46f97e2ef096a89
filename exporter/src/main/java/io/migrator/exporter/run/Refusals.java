package io.migrator.exporter.run;

import io.migrator.exporter.mapping.Mapping;
import io.migrator.exporter.store.RefusedRow;

/** Rows that are refused before anything is sent. */
final class Refusals {

    private Refusals() {}

    /**
     * A row that the mapping cannot make cells of.
     *
     * @param row as far as it is made
     * @param number of the row in its block
     */
    static RefusedRow unmapped(Mapping.Refusal refusal, String[] row, long number, int block) {
        String known = row[0] == null || row[0].isEmpty() ? "row " + number + " of block " + block : row[0];
        return new RefusedRow(known, RefusedRow.By.MAPPING, refusal.column(), "NOT_MAPPED", refusal.reason());
    }

    /** A row whose external id another row has. */
    static RefusedRow duplicate(String externalId, String column) {
        return new RefusedRow(
                externalId,
                RefusedRow.By.MAPPING,
                column,
                "DUPLICATE_KEY",
                "Another row of the source has the same EXTERNAL_ID; map it from columns that are unique.");
    }
}

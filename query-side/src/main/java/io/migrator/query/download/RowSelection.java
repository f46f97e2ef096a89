package io.migrator.query.download;

import io.migrator.api.Rejection;
import io.migrator.api.RowStatus;
import io.migrator.query.row.CsvRows;
import java.util.Locale;
import java.util.Set;

/** Which rows a download holds; {@link #SUCCESS} and {@link #ERROR} together are the settled ones, each once. */
enum RowSelection {
    /** Every row. */
    ALL(CsvRows.ALL, "result"),
    /** What the target holds. */
    SUCCESS(Set.of(RowStatus.MIGRATE_ROW_SUCCESS), "success"),
    /** What the target refused. */
    ERROR(Set.of(RowStatus.MIGRATE_ROW_ERROR), "error");

    private final Set<RowStatus> statuses;
    private final String suffix;

    RowSelection(Set<RowStatus> statuses, String suffix) {
        this.statuses = statuses;
        this.suffix = suffix;
    }

    Set<RowStatus> statuses() {
        return statuses;
    }

    /** What the file's name says. */
    String suffix() {
        return suffix;
    }

    /** Reads the request's parameter. */
    static RowSelection of(String parameter) {
        for (RowSelection selection : values()) {
            if (selection.name().toLowerCase(Locale.ROOT).equals(parameter)) {
                return selection;
            }
        }
        throw new Rejection(Rejection.Kind.MALFORMED, "ROWS_INVALID", "rows is all, success or error.");
    }
}

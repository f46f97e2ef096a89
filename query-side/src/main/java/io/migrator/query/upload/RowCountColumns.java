package io.migrator.query.upload;

import io.migrator.api.RowCounts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** {@link RowCounts} as columns. */
@Embeddable
record RowCountColumns(
        @Column(name = "rows_ready") int ready,
        @Column(name = "rows_pending") int pending,
        @Column(name = "rows_success") int success,
        @Column(name = "rows_error") int error) {

    RowCounts toCounts() {
        return new RowCounts(ready, pending, success, error);
    }
}

package io.migrator.query.row;

import java.util.UUID;

/** The projection {@code csv-rows} has taken in an event of an upload; published in its transaction. */
record RowsChanged(UUID uploadId, long event) {}

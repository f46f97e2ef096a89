package io.migrator.query.row;

import java.util.UUID;

/**
 * A row of {@code csv_files}.
 *
 * @param uploadNo the file's short key in this projection's tables
 * @param attempt the current one; 0 before the first start
 * @param lastEvent the aggregate sequence number of the last event taken in
 */
record CsvFile(UUID uploadId, int uploadNo, String tenant, int chunkSize, int attempt, long lastEvent) {

    int chunkOf(int row) {
        return (row - 1) / chunkSize;
    }
}

package io.migrator.exporter.connector;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is read for one file type.
 *
 * @param fileType its name
 * @param table with its schema where it has one, or null when there is a query
 * @param query in the source's own language, or null when there is a table
 * @param filter in the source's own language; empty for all rows
 * @param key columns that together name a row
 * @param changeColumn rises with every change of a row; null when there is none
 * @param columns that are needed, each once
 * @param since only rows whose change column has this value or a greater one
 */
public record Extract(
        String fileType,
        @Nullable String table,
        @Nullable String query,
        String filter,
        List<String> key,
        @Nullable String changeColumn,
        List<String> columns,
        Optional<KeyValue> since) {

    public Extract {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** Only what has changed since. */
    public Extract since(KeyValue value) {
        return new Extract(fileType, table, query, filter, key, changeColumn, columns, Optional.of(value));
    }

    /** Other columns of the same rows. */
    public Extract withColumns(List<String> others) {
        return new Extract(fileType, table, query, filter, key, changeColumn, others, since);
    }

    /** What messages call it. */
    public String name() {
        return table == null ? "the query of " + fileType : table;
    }
}

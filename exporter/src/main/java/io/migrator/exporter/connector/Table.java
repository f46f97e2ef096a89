package io.migrator.exporter.connector;

import java.util.List;

/**
 * Something that could be extracted.
 *
 * @param name with its schema where it has one
 * @param key of the primary key; empty when there is none
 * @param rows how many; -1 when that is not known
 */
public record Table(String name, List<SourceColumn> columns, List<String> key, long rows) {

    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }
}

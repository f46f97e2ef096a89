package io.migrator.exporter.draft;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.Table;
import io.migrator.exporter.filetype.FileType;
import java.util.List;
import java.util.Optional;

/**
 * That a table may hold what a file type is made of.
 *
 * @param key that names a row; of the primary key where there is one
 * @param columns those that were guessed, EXTERNAL_ID aside
 * @param likeness from 0 to 1
 */
record TableGuess(FileType type, Table table, List<String> key, List<ColumnGuess> columns, double likeness) {

    TableGuess {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    Optional<ColumnGuess> of(FileType.FileColumn column) {
        return columns.stream().filter(guess -> guess.column().equals(column)).findFirst();
    }

    /** What nothing is made from so far. */
    List<String> unused() {
        return table.columns().stream()
                .filter(column -> !key.contains(column.name()))
                .filter(column ->
                        columns.stream().noneMatch(guess -> guess.from().equals(column)))
                .map(SourceColumn::name)
                .toList();
    }
}

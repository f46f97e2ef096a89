package io.migrator.exporter.draft;

import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first rows of a table: how dates are written and which codes there are is in no type. */
final class FirstRows {

    private static final Logger log = LoggerFactory.getLogger(FirstRows.class);
    private static final int ROWS = 1_000;

    private FirstRows() {}

    /** The values of columns that a guess uses, by column; without those that are nothing. */
    static Map<String, List<Object>> of(Connector connector, TableGuess guess) {
        List<String> columns = guess.columns().stream()
                .map(ColumnGuess::from)
                .map(SourceColumn::name)
                .toList();
        Map<String, List<Object>> values = new HashMap<>();
        columns.forEach(column -> values.put(column, new ArrayList<>()));
        if (columns.isEmpty()) {
            return values;
        }
        Extract extract = new Extract(
                guess.type().name(), guess.table().name(), null, "", guess.key(), null, columns, Optional.empty());
        try (Reading reading = connector.begin(1)) {
            reading.first(extract, ROWS, row -> {
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    if (value != null && !value.toString().isBlank()) {
                        values.getOrDefault(columns.get(i), new ArrayList<>()).add(value);
                    }
                }
            });
        } catch (SourceException e) {
            // A draft without them is better than none: check will name what cannot be read.
            log.info("the first rows of {} cannot be read", guess.table().name());
        }
        return values;
    }
}

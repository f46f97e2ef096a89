package io.migrator.exporter.draft;

import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Table;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.filetype.FileType.FileColumn;
import io.migrator.exporter.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A first description of a source: for each file type the table that is most like it, for each column the one that is, with steps
 * that the types suggest.
 *
 * @param yaml that the schema accepts as it is
 * @param open columns that every row needs and that nothing was found for, as {@code TYPE.COLUMN}
 */
public record Draft(String yaml, List<String> open) {

    public Draft {
        open = List.copyOf(open);
    }

    /**
     * Reads the first rows of each table that was found, for how dates are written and which codes there are.
     *
     * @param source connection, service and zone are taken over from it
     * @param country of telephone numbers without one
     */
    public static Draft of(
            SourceFile source, List<FileType> types, List<Table> tables, Connector connector, String country) {
        Map<String, TableGuess> guesses = TableMatching.match(types, tables);
        Suggestions suggestions = new Suggestions(country);
        Map<String, Map<String, Suggestion>> suggested = new HashMap<>();
        List<String> open = new ArrayList<>();
        guesses.forEach((type, guess) -> {
            Map<String, List<Object>> values = FirstRows.of(connector, guess);
            Map<String, Suggestion> ofType = new HashMap<>();
            guess.columns()
                    .forEach(column -> ofType.put(
                            column.column().name(),
                            suggestions.of(
                                    column, values.getOrDefault(column.from().name(), List.of()))));
            suggested.put(type, ofType);
            guess.type().columns().stream()
                    .skip(1)
                    .filter(FileColumn::isRequired)
                    .filter(column -> guess.of(column).isEmpty())
                    .forEach(column -> open.add(type + "." + column.name()));
        });
        DraftYaml yaml = new DraftYaml();
        yaml.header(source);
        yaml.types(types, guesses, suggested);
        return new Draft(yaml.toString(), open);
    }
}

package io.migrator.exporter.draft;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.Table;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.filetype.FileType.FileColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds for each file type the table that is most like it; a table serves one type. Types that others refer to come first. */
final class TableMatching {

    private static final double LEAST = 0.4;
    private static final double OF_NEEDED = 0.5;
    private static final double OF_OTHERS = 0.2;
    private static final double OF_NAME = 0.3;
    private static final double OF_DESCRIPTION = 0.85;

    private TableMatching() {}

    /** By type; types that no table is like are left out. */
    static Map<String, TableGuess> match(List<FileType> types, List<Table> tables) {
        Map<String, TableGuess> found = new LinkedHashMap<>();
        Set<Table> taken = new HashSet<>();
        List<FileType> owners =
                types.stream().filter(type -> type.refersTo().isEmpty()).toList();
        choose(owners, tables, found, taken);
        choose(types.stream().filter(type -> !owners.contains(type)).toList(), tables, found, taken);
        return found;
    }

    private static void choose(
            List<FileType> types, List<Table> tables, Map<String, TableGuess> found, Set<Table> taken) {
        ColumnMatching columns = new ColumnMatching(Map.copyOf(found));
        List<TableGuess> guesses = new ArrayList<>();
        for (FileType type : types) {
            for (Table table : tables) {
                if (!taken.contains(table) && !table.columns().isEmpty()) {
                    guesses.add(guess(type, table, columns));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(TableGuess::likeness).reversed());
        for (TableGuess guess : guesses) {
            String type = guess.type().name();
            if (guess.likeness() >= LEAST && !found.containsKey(type) && taken.add(guess.table())) {
                found.put(type, guess);
            }
        }
    }

    private static TableGuess guess(FileType type, Table table, ColumnMatching matching) {
        List<String> key = key(table);
        List<ColumnGuess> columns = matching.match(type, table, key);
        List<String> words = Words.of(table.name().replaceFirst(".*\\.", ""));
        double named = Math.max(
                Words.likeness(Words.of(type.name()), words),
                OF_DESCRIPTION * Words.likeness(Words.of(type.description()), words));
        double likeness = OF_NEEDED * share(type, columns, FileColumn::isRequired)
                + OF_OTHERS * share(type, columns, column -> !column.isRequired())
                + OF_NAME * named;
        return new TableGuess(type, table, key, columns, likeness);
    }

    private static double share(FileType type, List<ColumnGuess> guesses, Predicate<FileColumn> which) {
        long all = type.columns().stream().skip(1).filter(which).count();
        double found = guesses.stream()
                .filter(guess -> which.test(guess.column()))
                .mapToDouble(ColumnGuess::likeness)
                .sum();
        return all == 0 ? 0 : found / all;
    }

    /** Without a primary key, the column that is called most like one. */
    private static List<String> key(Table table) {
        if (!table.key().isEmpty()) {
            return table.key();
        }
        List<String> meant = Words.of(table.name().replaceFirst(".*\\.", "") + " id");
        return List.of(table.columns().stream()
                .max(Comparator.comparingDouble(column -> Words.likeness(meant, Words.of(column.name()))))
                .map(SourceColumn::name)
                .orElseThrow());
    }
}

package io.migrator.exporter.draft;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.Table;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.filetype.FileType.ColumnType;
import io.migrator.exporter.filetype.FileType.FileColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds for columns of a file type the columns of a table that are most like them, each used once. */
final class ColumnMatching {

    private static final double LEAST = 0.5;
    private static final double OF_DESCRIPTION = 0.85;
    private static final double SAME_KIND = 0.1;
    /** A word in more of a table's columns than this says nothing about one of them. */
    private static final double COMMON = 0.6;

    private final Map<String, TableGuess> known;

    /** @param known what was found for types that others refer to */
    ColumnMatching(Map<String, TableGuess> known) {
        this.known = known;
    }

    List<ColumnGuess> match(FileType type, Table table, List<String> key) {
        Set<String> common = common(table);
        List<ColumnGuess> guesses = new ArrayList<>();
        for (FileColumn column : type.columns().subList(1, type.columns().size())) {
            for (SourceColumn from : table.columns()) {
                double likeness = key.contains(from.name()) ? 0 : likeness(column, from, common);
                if (likeness >= LEAST) {
                    guesses.add(new ColumnGuess(column, from, likeness));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble(ColumnGuess::likeness).reversed());
        Set<Object> taken = new HashSet<>();
        return guesses.stream()
                .filter(guess -> !taken.contains(guess.column()) && !taken.contains(guess.from()))
                .filter(guess -> taken.add(guess.column()) && taken.add(guess.from()))
                .toList();
    }

    private static Set<String> common(Table table) {
        Map<String, Long> times = table.columns().stream()
                .map(column -> Words.of(column.name()))
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() > table.columns().size() * COMMON)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private double likeness(FileColumn column, SourceColumn from, Set<String> common) {
        if (!isPossible(column.type(), from.kind())) {
            return 0;
        }
        List<String> words = new ArrayList<>(Words.of(from.name()));
        words.removeIf(word -> common.contains(word) && words.size() > 1);
        if (!column.refersTo().isEmpty()) {
            return ofReference(column, from, words);
        }
        double likeness = Math.max(
                Words.likeness(Words.of(column.name()), words),
                OF_DESCRIPTION * Words.likeness(Words.of(column.description().split("[;,:]", 2)[0]), words));
        return likeness < LEAST || !isSame(column.type(), from.kind()) ? likeness : Math.min(1, likeness + SAME_KIND);
    }

    /** A column that is called as the key of the table that is referred to, or as that type and a key. */
    private double ofReference(FileColumn column, SourceColumn from, List<String> words) {
        TableGuess owner = known.get(column.refersTo());
        if (owner != null && owner.key().stream().anyMatch(key -> key.equalsIgnoreCase(from.name()))) {
            return 1;
        }
        List<String> meant = Words.of(column.name().replace("_EXTERNAL_", "_"));
        double ofTable = owner == null
                ? 0
                : Words.likeness(Words.of(owner.table().name().replaceFirst(".*\\.", "") + " id"), words);
        return Math.max(ofTable, Words.likeness(meant, words));
    }

    private static boolean isPossible(ColumnType to, SourceColumn.Kind from) {
        boolean isMoment = isMoment(from);
        return from != SourceColumn.Kind.UNREADABLE
                && switch (to) {
                    case TEXT -> true;
                    case INTEGER -> !isMoment && from != SourceColumn.Kind.BOOLEAN;
                    case BOOLEAN -> !isMoment;
                    case DATE, TIMESTAMP -> from != SourceColumn.Kind.BOOLEAN;
                };
    }

    private static boolean isSame(ColumnType to, SourceColumn.Kind from) {
        return switch (to) {
            case TEXT -> false;
            case INTEGER -> from == SourceColumn.Kind.NUMBER;
            case BOOLEAN -> from == SourceColumn.Kind.BOOLEAN;
            case DATE, TIMESTAMP -> isMoment(from);
        };
    }

    static boolean isMoment(SourceColumn.Kind kind) {
        return kind == SourceColumn.Kind.DATE
                || kind == SourceColumn.Kind.TIMESTAMP
                || kind == SourceColumn.Kind.INSTANT;
    }
}

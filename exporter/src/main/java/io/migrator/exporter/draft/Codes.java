package io.migrator.exporter.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Codes of a source and what they may stand for. Of a column with many different values, none is shown: these are no codes. */
final class Codes {

    private static final int MOST = 12;
    private static final int LONGEST = 30;
    private static final Set<String> YES = Set.of("y", "yes", "t", "true", "1", "j", "ja", "x", "on");
    private static final Set<String> NO = Set.of("n", "no", "f", "false", "0", "nein", "off", "-");

    private Codes() {}

    /** @param allowed the only values that the column takes */
    static Suggestion of(List<String> allowed, List<Object> values) {
        Set<String> codes = distinct(values);
        if (!values.isEmpty() && allowed.containsAll(codes)) {
            return Suggestion.of();
        } else if (codes.isEmpty() || codes.size() > MOST) {
            return allowed.size() > MOST
                    ? new Suggestion(List.of("trim: true"), "codes that are written otherwise need a lookup")
                    : new Suggestion(
                            List.of(lookup(allowed.stream()
                                    .collect(Collectors.toMap(
                                            value -> value, value -> value, (a, b) -> a, TreeMap::new)))),
                            "write the source's codes before the colons");
        }
        Map<String, String> found = new TreeMap<>();
        List<String> open = new ArrayList<>();
        for (String code : codes) {
            meant(code, allowed)
                    .ifPresentOrElse(value -> found.put(code, value), () -> open.add(DraftYaml.scalar(code)));
        }
        return new Suggestion(
                found.isEmpty() ? List.of() : List.of(lookup(found)),
                (found.isEmpty() ? "" : "are the codes right?")
                        + (open.isEmpty() ? "" : " Nothing guessed for " + String.join(", ", open)));
    }

    /** The same but for case, the only one that begins so, or the one that is abbreviated so. */
    private static Optional<String> meant(String code, List<String> allowed) {
        String lower = code.strip().toLowerCase(Locale.ROOT);
        Optional<String> same =
                allowed.stream().filter(value -> value.equalsIgnoreCase(lower)).findFirst();
        if (same.isPresent() || allowed.size() > MOST || lower.isEmpty()) {
            return same;
        }
        List<String> begun = allowed.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(lower))
                .toList();
        if (begun.size() == 1) {
            return Optional.of(begun.get(0));
        }
        List<String> like = allowed.stream()
                .filter(value -> Words.of(value).stream().anyMatch(word -> Words.likeness(word, lower) > 0))
                .toList();
        return like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty();
    }

    static Suggestion ofTruths(List<Object> values) {
        Set<String> codes = distinct(values);
        String yes = list(codes, YES);
        String no = list(codes, NO);
        if (yes.isEmpty() && no.isEmpty()) {
            return new Suggestion(List.of("boolean: {yes: ['Y'], no: ['N']}"), "which words mean yes and no?");
        }
        List<String> open = codes.stream()
                .filter(code ->
                        !YES.contains(code.toLowerCase(Locale.ROOT)) && !NO.contains(code.toLowerCase(Locale.ROOT)))
                .map(DraftYaml::scalar)
                .toList();
        return new Suggestion(
                List.of("boolean: {yes: [" + (yes.isEmpty() ? "'Y'" : yes) + "], no: [" + (no.isEmpty() ? "'N'" : no)
                        + "]}"),
                open.isEmpty() ? "" : "nothing guessed for " + String.join(", ", open));
    }

    private static String list(Set<String> codes, Set<String> words) {
        return codes.stream()
                .filter(code -> words.contains(code.toLowerCase(Locale.ROOT)))
                .map(code -> "'" + code + "'")
                .collect(Collectors.joining(", "));
    }

    private static Set<String> distinct(List<Object> values) {
        Set<String> distinct = new TreeSet<>();
        for (Object value : values) {
            String code = value.toString();
            distinct.add(code);
            if (distinct.size() > MOST
                    || code.length() > LONGEST
                    || code.lines().count() > 1) {
                return Set.of();
            }
        }
        return distinct;
    }

    private static String lookup(Map<String, String> values) {
        return "lookup: {values: {"
                + values.entrySet().stream()
                        .map(entry -> DraftYaml.scalar(entry.getKey()) + ": " + DraftYaml.scalar(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + "}}";
    }
}

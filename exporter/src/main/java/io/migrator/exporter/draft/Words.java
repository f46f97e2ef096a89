package io.migrator.exporter.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Names and descriptions as words, and how much two words mean the same, from 0 to 1. */
final class Words {

    private static final double SYNONYM = 0.9;
    private static final double BEGINNING = 0.85;
    private static final double ABBREVIATION = 0.7;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_ABBREVIATION = 2;
    private static final int SHORTEST_COMPOUND = 8;

    /** They part the others, and are in too many names to tell one from another. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "at", "by", "for", "from", "has", "he", "how", "if", "is", "it", "its", "may", "of", "on",
            "one", "or", "s", "she", "that", "the", "they", "to", "was", "what", "when", "whether", "which", "who",
            "with", "tbl", "tab", "flg", "flag", "cd");

    private static final List<Set<String>> GROUPS = groups();

    private Words() {}

    private static List<Set<String>> groups() {
        try (InputStream in = Words.class.getResourceAsStream("/draft-words.txt")) {
            String text = new String(
                    Objects.requireNonNull(in, "draft-words.txt is missing").readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Set.copyOf(Arrays.asList(line.split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of {@code CUST_FirstName} or of a sentence, in small letters, each once. */
    static List<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        String parted = text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                .replaceAll("(\\p{L})(\\p{N})", "$1 $2");
        for (String word : parted.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !SMALL.contains(word)) {
                words.add(single(word));
            }
        }
        return new ArrayList<>(words);
    }

    private static String single(String word) {
        return word.length() > SHORTEST_BEGINNING && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** How much two lists of words mean the same: the share of words on both sides that have a fellow on the other. */
    static double likeness(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        double apart = (best(left, right) + best(right, left)) / (left.size() + right.size());
        return Math.max(apart, together(String.join("", left), String.join("", right)));
    }

    /** Where one has parted what the other has not. */
    private static double together(String left, String right) {
        String shorter = left.length() < right.length() ? left : right;
        if (left.equals(right)) {
            return 1;
        }
        return shorter.length() >= SHORTEST_COMPOUND && (left.startsWith(right) || right.startsWith(left))
                ? BEGINNING
                : 0;
    }

    private static double best(List<String> words, List<String> others) {
        return words.stream()
                .mapToDouble(word -> others.stream()
                        .mapToDouble(other -> likeness(word, other))
                        .max()
                        .orElse(0))
                .sum();
    }

    static double likeness(String left, String right) {
        if (left.equals(right)) {
            return 1;
        } else if (GROUPS.stream().anyMatch(group -> group.contains(left) && group.contains(right))) {
            return SYNONYM;
        }
        String shorter = left.length() < right.length() ? left : right;
        String longer = left.length() < right.length() ? right : left;
        if (shorter.length() >= SHORTEST_BEGINNING && longer.startsWith(shorter)) {
            return BEGINNING;
        }
        return isAbbreviation(shorter, longer) ? ABBREVIATION : 0;
    }

    /** Letters left out, as in "nm" and "chg". */
    private static boolean isAbbreviation(String shorter, String longer) {
        if (shorter.length() < SHORTEST_ABBREVIATION || shorter.charAt(0) != longer.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (longer.charAt(i) == shorter.charAt(at)) {
                at++;
            }
        }
        return at == shorter.length();
    }
}

package io.migrator.api.filetypes.rules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Wording of advice: lists, and the value that was probably meant. */
public final class Words {

    private static final int LONGEST = 64;

    private Words() {}

    /** "A, B or C". */
    public static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The candidate that differs from the text in case, in a letter or in two; none when nothing is near. */
    public static Optional<String> nearest(String text, Collection<String> candidates) {
        String given = text.strip().toUpperCase(Locale.ROOT);
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int least = Math.max(1, Math.min(3, given.length() / 2));
        for (String candidate : candidates) {
            int distance = distance(given, candidate.toUpperCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** How many letters have to be put in, left out or replaced (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

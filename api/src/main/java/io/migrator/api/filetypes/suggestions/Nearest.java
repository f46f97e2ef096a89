package io.migrator.api.filetypes.suggestions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The word of a list that was probably meant: the same but for case, blanks around it, and dashes or blanks in place of
 * underscores; or else the only one that is at most two letters off, and no more than a third of the text's length.
 */
public final class Nearest {

    private static final int FARTHEST = 2;

    private Nearest() {}

    /** The word, or an empty text when none is near or several are equally so. */
    public static String to(String text, Collection<String> words) {
        String given = alike(text);
        if (given.isEmpty() || given.length() > Meant.LONGEST) {
            return "";
        }
        int least = Math.min(FARTHEST, given.length() / 3);
        List<String> best = new ArrayList<>();
        for (String word : words) {
            String candidate = alike(word);
            int distance = distance(given, candidate, least);
            if (distance < least) {
                least = distance;
                best.clear();
            }
            if (distance == least) {
                best.add(word);
            }
        }
        return only(best, given);
    }

    /** Of several, the one with which the text begins: {@code Mr.} is Mr rather than Mrs. */
    private static String only(List<String> best, String given) {
        if (best.size() > 1) {
            best.removeIf(word -> !given.startsWith(alike(word)));
        }
        return best.size() == 1 ? best.get(0) : "";
    }

    /** The text as it is compared: what is alike there was meant to be the same. */
    public static String alike(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /**
     * How many letters have to be put in, left out, replaced or exchanged with their neighbour (Damerau and Levenshtein, each
     * letter touched once); more than the limit when it is reached for certain.
     */
    static int distance(String from, String to, int limit) {
        if (Math.abs(from.length() - to.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean isSame = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (isSame ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
                if (isExchange(from, i, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }

    private static boolean isExchange(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}

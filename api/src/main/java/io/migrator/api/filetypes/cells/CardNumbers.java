package io.migrator.api.filetypes.cells;

/**
 * Finds payment card numbers in a text: a run of 13 to 19 digits, solid or parted by single blanks or dashes in one of the
 * groupings in which cards are printed, with an issuer's first digits and length and a right check digit. Digits are those of any
 * script, blanks and dashes those of any kind; characters that cannot be seen do not count.
 *
 * <p>A run is maximal: digits next to it make it another run. In groups, it is maximal when no longer printed grouping begins
 * at the same place, and four groups of four do not count within a longer series of such groups (as printed account numbers
 * are); another number beside it, an expiry date for one, does not hide it. Groups within a UUID do not count:
 * some of them happen to be decimal.
 */
public final class CardNumbers {

    private static final char MASK = '*';
    private static final int SHOWN = 4;

    private CardNumbers() {}

    /** Whether the text holds a card number. */
    public static boolean isIn(String text) {
        return hasEnoughDigits(text) && !new CardNumberSearch(text).runs().isEmpty();
    }

    /** The text with all digits of its card numbers masked, the last four aside. */
    public static String masked(String text) {
        if (!hasEnoughDigits(text)) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (CardNumberSearch.Run run : new CardNumberSearch(text).runs()) {
            mask(masked, run);
        }
        return masked.toString();
    }

    private static void mask(StringBuilder text, CardNumberSearch.Run run) {
        int seen = 0;
        for (int i = run.end(); i > run.start(); ) {
            int c = text.codePointBefore(i);
            int from = i - Character.charCount(c);
            if (Digits.isAnyDigit(c) && seen++ >= SHOWN) {
                for (int j = from; j < i; j++) {
                    text.setCharAt(j, MASK);
                }
            }
            i = from;
        }
    }

    private static boolean hasEnoughDigits(String text) {
        int length = text.length();
        if (length < CardIssuers.SHORTEST) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 128 ? Digits.isDigit(c) : Digits.isAnyDigit(text.codePointAt(i))) {
                digits++;
            }
        }
        return digits >= CardIssuers.SHORTEST;
    }
}

package io.migrator.api.filetypes.suggestions;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.cells.ShownValue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The sentences in which a suggestion is made, and what may not be said in one. */
public final class Meant {

    /** Characters of the longest text for which something is suggested. */
    public static final int LONGEST = 64;

    /** No suggestion. */
    static final String NOTHING = "";

    private Meant() {}

    /** Asks for one value; nothing when it is empty or longer than a report shows. */
    public static String value(String value) {
        return value.isEmpty() || isLong(value) ? NOTHING : "Did you mean " + value + "?";
    }

    /** Asks for a corrected text, if the correction is one. */
    public static String corrected(String text, String correction, Predicate<String> isRight) {
        return !text.equals(correction) && isRight.test(correction) ? value(correction) : NOTHING;
    }

    /**
     * The suggestion for a cell, or nothing when the cell is too long to be looked at, or one of both holds a card number.
     *
     * @param cell the text that is refused
     * @param suggestion makes the sentence
     */
    public static String sayable(String cell, Supplier<String> suggestion) {
        if (cell.length() > LONGEST || cell.indexOf('\0') >= 0 || CardNumbers.isIn(cell)) {
            return NOTHING;
        }
        String sentence = suggestion.get();
        return CardNumbers.isIn(sentence) ? NOTHING : sentence;
    }

    private static boolean isLong(String value) {
        return value.codePointCount(0, value.length()) > ShownValue.LIMIT;
    }
}

package io.migrator.api.filetypes.cells;

/** What a report shows of a cell's text: at most 40 characters, card numbers and tokens masked. */
public final class ShownValue {

    /** Code points of a value that a report shows. */
    public static final int LIMIT = 40;

    private static final int SHOWN_OF_TOKEN = 4;
    private static final int SHORTEST_TOKEN_SHOWN = 12;

    private ShownValue() {}

    /** The value with card numbers masked, then cut; and masked again, as the cut may end a longer run so that it looks like one. */
    public static String of(String value) {
        return CardNumbers.masked(cut(CardNumbers.masked(value)));
    }

    /** A secret: its last four characters when it is long enough for them to give nothing away. */
    public static String ofToken(String value) {
        int length = value.length();
        int shown = length >= SHORTEST_TOKEN_SHOWN ? SHOWN_OF_TOKEN : 0;
        return "********" + CardNumbers.masked(value).substring(length - shown);
    }

    private static String cut(String value) {
        if (value.length() <= LIMIT || value.codePointCount(0, value.length()) <= LIMIT) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, LIMIT));
    }
}

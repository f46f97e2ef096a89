package io.migrator.api.filetypes.cells;

/** ASCII digits in a text. */
public final class Digits {

    private Digits() {}

    /** Whether the character is one of 0 to 9. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the code point is a decimal digit of any script. */
    static boolean isAnyDigit(int codePoint) {
        return codePoint < 128 ? isDigit((char) codePoint) : Character.isDigit(codePoint);
    }

    /** Whether the text from {@code from} up to {@code to} is digits only, at least one. */
    public static boolean areDigits(CharSequence text, int from, int to) {
        if (from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number that a range of at most nine digits stands for, or -1 when the range holds anything else. */
    public static int number(CharSequence text, int from, int to) {
        if (!areDigits(text, from, to)) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}

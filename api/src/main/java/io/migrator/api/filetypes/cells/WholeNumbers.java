package io.migrator.api.filetypes.cells;

/** Whole numbers of 64 bits: digits, for a signed one with an optional minus sign before them. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** Whether the text is a number from 0 to 2^63-1. */
    public static boolean isUnsigned(String text) {
        return fits(text, 0, Long.MAX_VALUE);
    }

    /** Whether the text is a number from -2^63 to 2^63-1. */
    public static boolean isSigned(String text) {
        return text.startsWith("-") ? fits(text, 1, Long.MIN_VALUE) : fits(text, 0, Long.MAX_VALUE);
    }

    /** The number; only for a text that {@link #isSigned} accepts. */
    public static long value(String text) {
        return Long.parseLong(text);
    }

    /** Counts downwards, as there is one more negative number than there are positive ones. */
    private static boolean fits(String text, int from, long limit) {
        if (!Digits.areDigits(text, from, text.length())) {
            return false;
        }
        long bound = limit > 0 ? -limit : limit;
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (value < (bound + digit) / 10) {
                return false;
            }
            value = value * 10 - digit;
        }
        return true;
    }
}

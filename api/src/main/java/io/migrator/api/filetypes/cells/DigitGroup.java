package io.migrator.api.filetypes.cells;

import io.migrator.api.filetypes.cells.DigitSeries.Parting;

/**
 * Digits of a text that stand together. One object belongs to one search; its array is not written to.
 *
 * @param start where the first digit stands
 * @param end where the last one ends
 * @param digits their values
 * @param before what parts them from the group before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DigitGroup(int start, int end, byte[] digits, Parting before) {

    private static final int OLDEST_EXPIRY = 15;
    private static final int LAST_EXPIRY = 49;

    int length() {
        return digits.length;
    }

    /** Whether it reads as a year, as people write one in front of a card number. */
    boolean isYear() {
        return digits.length == 4 && (firstTwo() == 20 || (firstTwo() == 19 && lastTwo() >= 50));
    }

    /** Whether it reads as the month and year in which a card expires, as people write them behind its number. */
    boolean isExpiry() {
        return digits.length == 4
                && firstTwo() >= 1
                && firstTwo() <= 12
                && lastTwo() >= OLDEST_EXPIRY
                && lastTwo() <= LAST_EXPIRY;
    }

    private int firstTwo() {
        return digits[0] * 10 + digits[1];
    }

    private int lastTwo() {
        return digits[2] * 10 + digits[3];
    }
}

package io.migrator.api.filetypes.cells;

/**
 * Calendar days written {@code yyyy-MM-dd} (ISO 8601), from 0001-01-01 to 9999-12-31. Two of them compare as their texts do.
 */
public final class IsoDates {

    /** Characters of a day. */
    public static final int LENGTH = 10;

    private static final int SHORTEST_MONTH = 28;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoDates() {}

    /** Whether the text is a day of the calendar. */
    public static boolean isDate(String text) {
        return text.length() == LENGTH && startsWithDate(text);
    }

    /** Whether the text is a month written {@code yyyy-MM}. */
    public static boolean isYearMonth(String text) {
        return text.length() == 7 && startsWithYearMonth(text);
    }

    /** Whether the first ten characters are a day of the calendar. */
    static boolean startsWithDate(String text) {
        if (text.length() < LENGTH || text.charAt(7) != '-' || !startsWithYearMonth(text)) {
            return false;
        }
        int day = Digits.number(text, 8, 10);
        return day >= 1
                && (day <= SHORTEST_MONTH || day <= daysOf(Digits.number(text, 0, 4), Digits.number(text, 5, 7)));
    }

    /** Days since 1970-01-01 of a text that {@link #startsWithDate} accepts. */
    static long epochDay(String text) {
        int year = Digits.number(text, 0, 4);
        int month = Digits.number(text, 5, 7);
        // Years that begin in March have the leap day at their end.
        long shifted = month > 2 ? year : year - 1L;
        int fromMarch = (month + 9) % 12;
        long leaps = Math.floorDiv(shifted, 4) - Math.floorDiv(shifted, 100) + Math.floorDiv(shifted, 400);
        return shifted * 365 + leaps + (fromMarch * 153L + 2) / 5 + Digits.number(text, 8, 10) - 719_469;
    }

    private static boolean startsWithYearMonth(String text) {
        if (text.charAt(4) != '-') {
            return false;
        }
        int month = Digits.number(text, 5, 7);
        return Digits.number(text, 0, 4) >= 1 && month >= 1 && month <= 12;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }
}

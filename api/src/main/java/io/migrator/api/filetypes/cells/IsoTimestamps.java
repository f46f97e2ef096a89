package io.migrator.api.filetypes.cells;

/**
 * Moments in ISO 8601: {@code yyyy-MM-ddTHH:mm}, optionally seconds and up to nine digits of a fraction, then {@code Z} or an
 * offset {@code +HH:mm}. Without an offset a time is not a moment and is not accepted. Offsets reach 15:59 either way,
 * which is what databases can store; no place on earth is further away.
 */
public final class IsoTimestamps {

    /** What {@link #epochMicros} answers for a text that is not a timestamp. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int MINUTES_END = 16;

    private IsoTimestamps() {}

    /** Whether the text is a moment. */
    public static boolean isTimestamp(String text) {
        return epochMicros(text) != NONE;
    }

    /** Microseconds since 1970-01-01T00:00Z, or {@link #NONE}. Finer digits are cut. */
    public static long epochMicros(String text) {
        int length = text.length();
        if (length <= MINUTES_END
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || !IsoDates.startsWithDate(text)) {
            return NONE;
        }
        int hour = within(text, 11, 23);
        int minute = within(text, 14, 59);
        boolean hasSeconds = text.charAt(MINUTES_END) == ':';
        int second = hasSeconds ? within(text, 17, 59) : 0;
        int fractionStart = hasSeconds ? 19 : MINUTES_END;
        int offsetStart = hasSeconds ? endOfFraction(text, fractionStart) : fractionStart;
        int offset = offsetStart < 0 ? Integer.MIN_VALUE : offsetMinutes(text, offsetStart);
        if (hour < 0 || minute < 0 || second < 0 || offset == Integer.MIN_VALUE) {
            return NONE;
        }
        long minutes = (IsoDates.epochDay(text) * 24 + hour) * 60 + minute - offset;
        return (minutes * 60 + second) * 1_000_000 + micros(text, fractionStart, offsetStart);
    }

    /** The two digits from {@code at}, or -1 when they are none or more than {@code highest}. */
    private static int within(String text, int at, int highest) {
        int number = at + 2 <= text.length() ? Digits.number(text, at, at + 2) : -1;
        return number <= highest ? number : -1;
    }

    /** Where the offset begins, or -1 when the fraction is malformed. */
    private static int endOfFraction(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '.') {
            return from;
        }
        int end = from + 1;
        while (end < text.length() && Digits.isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - from - 1;
        return digits >= 1 && digits <= 9 ? end : -1;
    }

    private static long micros(String text, int from, int to) {
        long micros = 0;
        for (int i = 1; i <= 6; i++) {
            micros = micros * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return micros;
    }

    /** The offset that the rest of the text is, or the smallest int when it is none. */
    private static int offsetMinutes(String text, int from) {
        int length = text.length() - from;
        char sign = length > 0 ? text.charAt(from) : ' ';
        if (length == 1 && sign == 'Z') {
            return 0;
        }
        if (length != 6 || (sign != '+' && sign != '-') || text.charAt(from + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = within(text, from + 1, 15);
        int minutes = within(text, from + 4, 59);
        if (hours < 0 || minutes < 0) {
            return Integer.MIN_VALUE;
        }
        return sign == '-' ? -(hours * 60 + minutes) : hours * 60 + minutes;
    }
}

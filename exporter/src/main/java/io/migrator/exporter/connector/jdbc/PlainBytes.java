package io.migrator.exporter.connector.jdbc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Values of ASCII in the form in which nearly all of them come: numbers of few digits, days of years of four digits, moments of whole
 * seconds. Null for every other form.
 */
final class PlainBytes {

    /** Of a number that surely fits a long. */
    private static final int MOST_DIGITS = 18;

    private static final int DAY = 10;
    private static final int SECOND = 19;

    private PlainBytes() {}

    static @Nullable Object numberOrNull(byte[] line, int from, int to) {
        int first = line[from] == '-' ? from + 1 : from;
        if (to - first > MOST_DIGITS + 1) {
            return null;
        }
        long digits = 0;
        int point = to;
        for (int i = first; i < to; i++) {
            int digit = line[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (line[i] == '.' && point == to) {
                point = i;
            } else {
                return null;
            }
        }
        int count = to - first - (point < to ? 1 : 0);
        return count == 0 || count > MOST_DIGITS ? null : number(first > from ? -digits : digits, to - point - 1);
    }

    /** @param scale below zero when there is no point */
    private static Object number(long digits, int scale) {
        long left = digits;
        int behind = scale;
        while (behind > 0 && left % 10 == 0) {
            left /= 10;
            behind--;
        }
        return behind <= 0 ? (Object) left : BigDecimal.valueOf(left, behind);
    }

    static @Nullable LocalDate dateOrNull(byte[] line, int from, int to) {
        return to - from == DAY && line[from + 4] == '-' && line[from + 7] == '-' ? day(line, from) : null;
    }

    static @Nullable LocalDateTime timestampOrNull(byte[] line, int from, int to) {
        if (to - from != SECOND || line[from + 4] != '-' || line[from + DAY] != ' ' || line[from + 13] != ':') {
            return null;
        }
        LocalTime time =
                LocalTime.of(twoDigits(line, from + 11), twoDigits(line, from + 14), twoDigits(line, from + 17));
        return LocalDateTime.of(day(line, from), time);
    }

    private static LocalDate day(byte[] line, int from) {
        return LocalDate.of(
                twoDigits(line, from) * 100 + twoDigits(line, from + 2),
                twoDigits(line, from + 5),
                twoDigits(line, from + 8));
    }

    private static int twoDigits(byte[] line, int at) {
        return (line[at] - '0') * 10 + line[at + 1] - '0';
    }
}

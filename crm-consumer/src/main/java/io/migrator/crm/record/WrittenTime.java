package io.migrator.crm.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments of the years 1 to 9999 as they are written in messages. The usual forms are taken apart by hand, because
 * a formatter was among the largest costs of a row; whatever else it may be is left to the formatter.
 */
final class WrittenTime {

    private static final int DATE_LENGTH = "2026-02-28".length();
    private static final int MOMENT_LENGTH = "2026-02-28T13:45:00Z".length();
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    private WrittenTime() {}

    /** Null when it is none. */
    static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = text.length() == DATE_LENGTH ? usualDate(text) : null;
            LocalDate read = date == null ? LocalDate.parse(text) : date;
            return isOrdinary(read.getYear()) ? read : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In UTC; what is finer than a microsecond is cut off. Null when it is none. */
    static @Nullable Instant moment(String text) {
        try {
            Instant usual = text.length() == MOMENT_LENGTH ? usualMoment(text) : null;
            return usual == null ? otherMoment(text) : usual;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Instant otherMoment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        return isOrdinary(moment.getYear()) ? moment.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
    }

    /** Null when it is not digits and dashes. */
    private static @Nullable LocalDate usualDate(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        boolean isUsual = (year | month | day) >= 0 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return isUsual ? LocalDate.of(year, month, day) : null;
    }

    /** Null when it is not a whole second in UTC of an ordinary day. */
    private static @Nullable Instant usualMoment(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean isUsual = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        boolean isMarked =
                text.charAt(10) == 'T' && text.charAt(13) == ':' && text.charAt(16) == ':' && text.charAt(19) == 'Z';
        LocalDate date = isUsual && isMarked ? date(text.substring(0, DATE_LENGTH)) : null;
        return date == null
                ? null
                : Instant.ofEpochSecond(date.toEpochDay() * SECONDS_PER_DAY + (hour * 60 + minute) * 60L + second);
    }

    /** The digits from one place to before another as a number; negative when one is no digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isOrdinary(int year) {
        return year >= 1 && year <= 9999;
    }
}

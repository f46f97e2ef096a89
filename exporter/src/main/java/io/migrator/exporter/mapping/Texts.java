package io.migrator.exporter.mapping;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values of sources as text, the same for the same content. */
final class Texts {

    private static final int SECONDS_OF_DAY = 24 * 60 * 60;
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private Texts() {}

    /** The text; empty for nothing. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof String text) {
            return text;
        } else if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Instant moment) {
            return of(moment);
        } else if (value instanceof LocalDate day) {
            return of(day);
        }
        return value.toString();
    }

    /** What {@code Instant.toString} says, which goes through a formatter. */
    static String of(Instant moment) {
        long day = Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_DAY);
        if (moment.getNano() != 0 || day < 0 || day > LAST_DAY) {
            return moment.toString();
        }
        return of(LocalDate.ofEpochDay(day), (int) Math.floorMod(moment.getEpochSecond(), SECONDS_OF_DAY));
    }

    /** The same of a moment that is told in UTC. */
    static String ofUtc(LocalDateTime moment) {
        if (moment.getNano() != 0 || !isPlain(moment.toLocalDate())) {
            return moment.toInstant(ZoneOffset.UTC).toString();
        }
        return of(moment.toLocalDate(), moment.toLocalTime().toSecondOfDay());
    }

    private static String of(LocalDate day, int second) {
        byte[] text = new byte[20];
        day(day, text);
        text[10] = 'T';
        digits(second / 3600, text, 11);
        text[13] = ':';
        digits(second / 60 % 60, text, 14);
        text[16] = ':';
        digits(second % 60, text, 17);
        text[19] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** What {@code LocalDate.toString} says, without a builder. */
    static String of(LocalDate day) {
        if (!isPlain(day)) {
            return day.toString();
        }
        byte[] text = new byte[10];
        day(day, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Whether its year has four digits. */
    private static boolean isPlain(LocalDate day) {
        return day.getYear() >= 1000 && day.getYear() <= 9999;
    }

    private static void day(LocalDate day, byte[] text) {
        digits(day.getYear() / 100, text, 0);
        digits(day.getYear() % 100, text, 2);
        text[4] = '-';
        digits(day.getMonthValue(), text, 5);
        text[7] = '-';
        digits(day.getDayOfMonth(), text, 8);
    }

    private static void digits(int number, byte[] text, int at) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof String text && text.isEmpty();
    }
}

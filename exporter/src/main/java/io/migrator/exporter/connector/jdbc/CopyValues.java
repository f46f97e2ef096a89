package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Numbers;
import io.migrator.exporter.connector.SourceColumn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Values of the texts in which PostgreSQL writes them, with the date style ISO that its driver keeps: the same objects as those of a
 * result set. Numbers that Java has none for (NaN, Infinity) stay texts, so that the service refuses the row and not the exporter
 * the block.
 */
final class CopyValues {

    private static final int DAY = 10;
    private static final String BEFORE_CHRIST = " BC";

    private CopyValues() {}

    /** Of ASCII. What comes most, and in its plain form, is had without a text in between. */
    static Object of(SourceColumn.Kind kind, byte[] line, int from, int to) {
        Object plain =
                switch (kind) {
                    case NUMBER -> PlainBytes.numberOrNull(line, from, to);
                    case DATE -> PlainBytes.dateOrNull(line, from, to);
                    case TIMESTAMP -> PlainBytes.timestampOrNull(line, from, to);
                    case TEXT, UNREADABLE, BOOLEAN, INSTANT -> null;
                };
        return plain == null ? of(kind, new String(line, from, to - from, StandardCharsets.ISO_8859_1)) : plain;
    }

    static Object of(SourceColumn.Kind kind, String text) {
        return switch (kind) {
            case TEXT, UNREADABLE -> text;
            case NUMBER -> number(text);
            case BOOLEAN -> text.equals("t");
            case DATE -> date(text);
            case TIMESTAMP -> timestamp(text);
            case INSTANT -> instant(text);
        };
    }

    private static Object number(String text) {
        char last = text.charAt(text.length() - 1);
        return last >= '0' && last <= '9' ? Numbers.plain(new BigDecimal(text)) : text; // NaN, Infinity
    }

    private static LocalDate date(String text) {
        if (text.endsWith("infinity")) {
            return text.startsWith("-") ? LocalDate.MIN : LocalDate.MAX;
        } else if (text.endsWith(BEFORE_CHRIST)) {
            LocalDate day = date(text.substring(0, text.length() - BEFORE_CHRIST.length()));
            return day.withYear(1 - day.getYear()); // the year before 1 is 0
        }
        int month = text.length() - DAY + 5; // a year may have more than four digits
        return LocalDate.of(
                Integer.parseInt(text, 0, month - 1, 10), twoDigits(text, month), twoDigits(text, month + 3));
    }

    private static LocalDateTime timestamp(String text) {
        if (text.endsWith("infinity")) {
            return text.startsWith("-") ? LocalDateTime.MIN : LocalDateTime.MAX;
        }
        int space = text.indexOf(' ');
        int end = text.endsWith(BEFORE_CHRIST) ? text.length() - BEFORE_CHRIST.length() : text.length();
        LocalDate day =
                date(end == text.length() ? text.substring(0, space) : text.substring(0, space) + BEFORE_CHRIST);
        return day.atTime(time(text, space + 1, end));
    }

    private static LocalTime time(String text, int from, int end) {
        int nanos = 0;
        for (int i = from + 9, unit = 100_000_000; i < end; i++, unit /= 10) {
            nanos += (text.charAt(i) - '0') * unit;
        }
        return LocalTime.of(twoDigits(text, from), twoDigits(text, from + 3), twoDigits(text, from + 6), nanos);
    }

    /** The zone is that of the session, and behind the time: +01, +05:30, in old days even +00:19:32. */
    private static Instant instant(String text) {
        if (text.endsWith("infinity")) {
            return (text.startsWith("-") ? OffsetDateTime.MIN : OffsetDateTime.MAX).toInstant();
        }
        int zone = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        int end = text.endsWith(BEFORE_CHRIST) ? text.length() - BEFORE_CHRIST.length() : text.length();
        return timestamp(text.substring(0, zone) + text.substring(end))
                .toInstant(ZoneOffset.of(text.substring(zone, end)));
    }

    private static int twoDigits(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}

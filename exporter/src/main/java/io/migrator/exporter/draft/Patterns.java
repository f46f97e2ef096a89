package io.migrator.exporter.draft;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How dates and moments of a column are written. */
final class Patterns {

    /** Written as it is needed. */
    static final String ISO = "";

    private static final double MOST = 0.8;
    private static final List<String> DAYS = List.of(
            "yyyy-MM-dd",
            "dd.MM.yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "dd-MM-yyyy",
            "d.M.yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "dd MMM yyyy",
            "dd-MMM-yyyy");
    private static final List<String> TIMES = List.of("", " HH:mm:ss", " HH:mm", "HHmmss", "'T'HH:mm:ss");

    private Patterns() {}

    /** Of days; empty when most values fit none. */
    static Optional<String> ofDays(List<Object> values) {
        return DAYS.stream()
                .map(pattern -> counted(pattern, values, false))
                .max(Comparator.comparingLong(Counted::fitting))
                .filter(best -> best.fitting() > values.size() * MOST)
                .map(best -> best.pattern().equals(DAYS.get(0)) ? ISO : best.pattern());
    }

    /** Of moments; empty when most values fit none. */
    static Optional<String> ofMoments(List<Object> values) {
        return DAYS.stream()
                .flatMap(day -> TIMES.stream().map(time -> day + time))
                .filter(pattern -> pattern.contains("H"))
                .map(pattern -> counted(pattern, values, true))
                .max(Comparator.comparingLong(Counted::fitting))
                .filter(best -> best.fitting() > values.size() * MOST)
                .map(best -> best.pattern().startsWith(DAYS.get(0)) ? ISO : best.pattern());
    }

    private record Counted(String pattern, long fitting) {}

    private static Counted counted(String pattern, List<Object> values, boolean isMoment) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new Counted(
                pattern,
                values.stream().filter(value -> fits(value, format, isMoment)).count());
    }

    private static boolean fits(Object value, DateTimeFormatter format, boolean isMoment) {
        try {
            String text = value.toString().strip();
            return isMoment ? LocalDateTime.parse(text, format) != null : LocalDate.parse(text, format) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

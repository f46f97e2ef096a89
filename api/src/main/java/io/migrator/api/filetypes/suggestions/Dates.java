package io.migrator.api.filetypes.suggestions;

import io.migrator.api.filetypes.cells.IsoDates;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days written another way, and days that no calendar has. */
public final class Dates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:[-/. ](\\d{1,2})[-/. ](\\d{1,2})|(\\d{2})(\\d{2}))(?:[Tt ]+\\d{1,2}:.*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?:[Tt ]+\\d{1,2}:.*)?");
    private static final Pattern DAY_AND_NAME =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(\\p{Alpha}{3,9})[-/., ]*(\\d{4})");
    private static final Pattern NAME_AND_DAY =
            Pattern.compile("(\\p{Alpha}{3,9})[-/. ]*(\\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\\d{4})");

    private final String ending;

    private Dates(String ending) {
        this.ending = ending;
    }

    /** What to say of a text that is no day in the form yyyy-MM-dd. */
    public static String suggestion(String text) {
        return new Dates(".").read(text);
    }

    /** The same, where more than the day has to be written. */
    static String suggestion(String text, String more) {
        return new Dates(more).read(text);
    }

    private String read(String text) {
        String given = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(given);
        if (yearFirst.matches()) {
            boolean isSolid = yearFirst.group(2) == null;
            return yearFirst(
                    number(yearFirst.group(1)),
                    number(yearFirst.group(isSolid ? 4 : 2)),
                    number(yearFirst.group(isSolid ? 5 : 3)));
        }
        Matcher yearLast = YEAR_LAST.matcher(given);
        if (yearLast.matches()) {
            return yearLast(number(yearLast.group(3)), number(yearLast.group(1)), number(yearLast.group(2)));
        }
        return named(given);
    }

    private String yearFirst(int year, int month, int day) {
        String right = iso(year, month, day);
        if (IsoDates.isDate(right)) {
            return "Write it as " + right + ending;
        }
        String exchanged = iso(year, day, month);
        return month > 12 && IsoDates.isDate(exchanged) ? Meant.value(exchanged) : noSuchDay(year, month, day);
    }

    /** Day and month may stand in either order; where both are possible, both are offered. */
    private String yearLast(int year, int first, int second) {
        List<String> possible = Stream.of(iso(year, second, first), iso(year, first, second))
                .filter(IsoDates::isDate)
                .distinct()
                .toList();
        if (possible.isEmpty()) {
            return first > second ? noSuchDay(year, second, first) : noSuchDay(year, first, second);
        }
        return possible.size() == 1
                ? "Write it as " + possible.get(0) + ending
                : Meant.value(String.join(" or ", possible));
    }

    private String named(String given) {
        Matcher dayFirst = DAY_AND_NAME.matcher(given);
        if (dayFirst.matches()) {
            return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher nameFirst = NAME_AND_DAY.matcher(given);
        return nameFirst.matches() ? named(nameFirst.group(3), nameFirst.group(1), nameFirst.group(2)) : Meant.NOTHING;
    }

    private String named(String year, String name, String day) {
        String begin = name.toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().startsWith(begin)) {
                return yearFirst(number(year), month.getValue(), number(day));
            }
        }
        return Meant.NOTHING;
    }

    private static String noSuchDay(int year, int month, int day) {
        String given = iso(year, month, day) + " is not a day; ";
        if (year < 1 || day < 1 || month < 1) {
            return given + "years, months and days are counted from 1.";
        }
        if (month > 12) {
            return given + "a year has 12 months.";
        }
        String name = Month.of(month).name();
        return given + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + " " + year + " has "
                + YearMonth.of(year, month).lengthOfMonth() + ".";
    }

    private static String iso(int year, int month, int day) {
        return "%04d-%02d-%02d".formatted(year, month, day);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}

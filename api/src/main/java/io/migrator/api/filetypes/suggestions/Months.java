package io.migrator.api.filetypes.suggestions;

import io.migrator.api.filetypes.cells.IsoDates;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months of a year written another way, as on cards for one. */
public final class Months {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:[-/. ](\\d{1,2})|(\\d{2}))(?:[-/. ]\\d{1,2})?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{4}|\\d{2})");

    private Months() {}

    /** What to say of a text that is no month in the form yyyy-MM. */
    public static String suggestion(String text) {
        String given = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(given);
        if (yearFirst.matches()) {
            String month = yearFirst.group(2) == null ? yearFirst.group(3) : yearFirst.group(2);
            return offered(yearFirst.group(1), month);
        }
        Matcher yearLast = YEAR_LAST.matcher(given);
        if (!yearLast.matches()) {
            return Meant.NOTHING;
        }
        String year = yearLast.group(2);
        // Two digits that could be a month may be either.
        boolean isClear = year.length() == 4 || Integer.parseInt(year) > 12;
        return isClear ? offered(year.length() == 4 ? year : "20" + year, yearLast.group(1)) : Meant.NOTHING;
    }

    private static String offered(String year, String month) {
        String right = year + "-" + (month.length() == 1 ? "0" : "") + month;
        return IsoDates.isYearMonth(right) ? Meant.value(right) : Meant.NOTHING;
    }
}

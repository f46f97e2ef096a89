package io.migrator.api.filetypes.suggestions;

import io.migrator.api.filetypes.cells.IsoDates;
import io.migrator.api.filetypes.cells.IsoTimestamps;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments written another way, above all without the offset from UTC. */
public final class Timestamps {

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[Tt ]+(\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?) ?([Zz]|UTC|GMT|[-+]\\d{2}:?(?:\\d{2})?)?");

    private Timestamps() {}

    /** What to say of a text that is no moment. */
    public static String suggestion(String text) {
        String given = text.strip();
        if (IsoDates.isDate(given)) {
            return "Add time and offset from UTC, such as " + given + "T00:00:00Z.";
        }
        Matcher moment = MOMENT.matcher(given);
        if (!moment.matches()) {
            return Dates.suggestion(given, ", with time and offset from UTC.");
        }
        String day = moment.group(1);
        if (!IsoDates.isDate(day)) {
            return Dates.suggestion(day);
        }
        String local = day + "T" + moment.group(2).replace(',', '.');
        String offset = moment.group(3);
        if (offset != null) {
            return Meant.corrected(given, local + offset(offset), IsoTimestamps::isTimestamp);
        }
        String inUtc = local + "Z";
        return IsoTimestamps.isTimestamp(inUtc)
                ? "Add the offset from UTC: " + inUtc + " if the time is in UTC."
                : Meant.NOTHING;
    }

    private static String offset(String written) {
        if (Character.isLetter(written.charAt(0))) {
            return "Z";
        }
        String digits = (written.substring(1).replace(":", "") + "00").substring(0, 4);
        return written.charAt(0) + digits.substring(0, 2) + ":" + digits.substring(2);
    }
}

package io.migrator.api.filetypes.cells;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way UUIDs are written: hexadecimal digits in groups of 8, 4, 4, 4 and 12, with no letter or digit beside them. */
final class UuidForm {

    private static final int LENGTH = 36;

    private static final Pattern FORM = Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}(?![\\p{L}\\p{N}])");

    private UuidForm() {}

    /** Whether all of this part of the text stands within one UUID. */
    static boolean holds(String text, int start, int end) {
        int from = Math.max(0, end - LENGTH);
        int to = Math.min(text.length(), start + LENGTH);
        if (to - from < LENGTH) {
            return false;
        }
        Matcher uuid = FORM.matcher(text).region(from, to).useTransparentBounds(true);
        return uuid.find() && uuid.start() <= start && end <= uuid.end();
    }
}

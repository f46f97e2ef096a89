package io.migrator.api.filetypes.suggestions;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** International telephone numbers written another way. */
public final class PhoneNumbers {

    /** Calling codes of countries in which a number dialled within begins with a 0 that is left out from abroad (ITU-T E.164). */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("AT", "43"),
            Map.entry("AU", "61"),
            Map.entry("BE", "32"),
            Map.entry("CH", "41"),
            Map.entry("DE", "49"),
            Map.entry("FI", "358"),
            Map.entry("FR", "33"),
            Map.entry("GB", "44"),
            Map.entry("ID", "62"),
            Map.entry("IE", "353"),
            Map.entry("JP", "81"),
            Map.entry("MY", "60"),
            Map.entry("NL", "31"),
            Map.entry("NZ", "64"),
            Map.entry("PH", "63"),
            Map.entry("SE", "46"),
            Map.entry("TH", "66"),
            Map.entry("ZA", "27"));

    private static final Pattern MARKS = Pattern.compile("\\(0\\)|[\\s\\p{Zs}\\p{Pd}().]");
    private static final Pattern ABROAD = Pattern.compile("^00");
    private static final Pattern LOCAL = Pattern.compile("0[1-9]\\d{5,12}");

    private PhoneNumbers() {}

    /**
     * What to say of a text that is no number with its country's code.
     *
     * @param country ISO 3166-1 alpha-2, or empty when it is not known
     */
    public static String suggestion(String text, String country, Predicate<String> isRight) {
        String digits = MARKS.matcher(text).replaceAll("");
        if (!LOCAL.matcher(digits).matches()) {
            return Meant.corrected(text, ABROAD.matcher(digits).replaceFirst("+"), isRight);
        }
        return Optional.ofNullable(CODES.get(country))
                .map(code -> "+" + code + digits.substring(1))
                .filter(isRight)
                .map(number -> "Write it with the country's code, as " + number + ".")
                .orElse(
                        "The number is one dialled within a country: put + and the country's code in place of its first 0.");
    }
}

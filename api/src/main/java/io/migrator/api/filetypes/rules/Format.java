package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.Digits;
import io.migrator.api.filetypes.cells.IsoDates;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The cell is written in a certain way.
 *
 * @param description the way in a few words
 * @param advice what to do
 * @param pattern the way as a regular expression, for other programs; empty when none says it
 * @param test whether a text is written so
 */
public record Format(String description, String advice, String pattern, Predicate<String> test) implements CellRule {

    /** A mailbox address: RFC 5321, with the letters of RFC 6531, and a domain of two labels or more. */
    public static final Format MAILBOX = new Format(
            "a mailbox address", "Write a mailbox address such as name@example.com.", "", Mailboxes::isMailbox);

    /** An international telephone number after ITU-T E.164. */
    public static final Format E164 = new Format(
            "an E.164 telephone number",
            "Write the number with + and the country code, digits only, such as +61412345678.",
            "\\+[1-9][0-9]{1,14}",
            Format::isE164);

    /** A well-formed language tag after BCP 47. */
    public static final Format LANGUAGE_TAG = new Format(
            "a BCP 47 language tag",
            "Write a language tag such as en or en-AU, with hyphens.",
            "",
            LanguageTags::isWellFormed);

    /** A month of a year. */
    public static final Format YEAR_MONTH = new Format(
            "a month yyyy-MM",
            "Write year and month such as 2028-04.",
            "[0-9]{4}-(0[1-9]|1[0-2])",
            IsoDates::isYearMonth);

    /** Numbers of a ticket: parted by dashes, lines parted by bars. */
    public static final Format TICKET_NUMBERS = new Format(
            "numbers n-n-n, lines parted by |",
            "Write each line as numbers parted by dashes and part lines by |, such as 1-7-23|4-9-30.",
            "[0-9]+(-[0-9]+)*(\\|[0-9]+(-[0-9]+)*)*",
            Format::areTicketNumbers);

    /** A key of a lottery: up to 40 capital letters, digits and underscores. */
    public static final Format LOTTERY_KEY = new Format(
            "1 to 40 of A-Z, 0-9 and _",
            "Write the lottery's key in capital letters, digits and underscores, at most 40.",
            "[A-Z0-9_]{1,40}",
            Format::isLotteryKey);

    /** Exactly this many digits. */
    public static Format digits(int count) {
        return new Format(
                count + " digits",
                "Write exactly " + count + " digits.",
                "[0-9]{" + count + "}",
                text -> text.length() == count && Digits.areDigits(text, 0, count));
    }

    /** A regular expression that the whole text has to match: for types to come; the seven do without in their hot path. */
    public static Format matching(String regex, String description) {
        Pattern compiled = Pattern.compile(regex);
        return new Format(description, "Write " + description + ".", regex, text -> compiled.matcher(text)
                .matches());
    }

    @Override
    public Optional<Finding> check(String text, UploadMoment moment) {
        return test.test(text) ? Optional.empty() : Optional.of(new Finding(ViolationCode.CELL_FORMAT, advice));
    }

    @Override
    public Map<String, Object> constraints() {
        return pattern.isEmpty() ? Map.of() : Map.of("pattern", pattern);
    }

    private static boolean isE164(String text) {
        int length = text.length();
        return length >= 3
                && length <= 16
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && Digits.areDigits(text, 1, length);
    }

    private static boolean isLotteryKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Digits.isDigit(c) && c != '_' && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 40;
    }

    /** Every dash and bar has a digit on both sides. */
    private static boolean areTicketNumbers(String text) {
        boolean afterDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = Digits.isDigit(c);
            if (!digit && (!afterDigit || (c != '-' && c != '|'))) {
                return false;
            }
            afterDigit = digit;
        }
        return afterDigit;
    }
}

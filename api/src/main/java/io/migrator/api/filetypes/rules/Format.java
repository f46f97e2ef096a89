package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.Digits;
import io.migrator.api.filetypes.cells.IsoDates;
import io.migrator.api.filetypes.suggestions.MailboxSlips;
import io.migrator.api.filetypes.suggestions.Meant;
import io.migrator.api.filetypes.suggestions.Months;
import io.migrator.api.filetypes.suggestions.PhoneNumbers;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The cell is written in a certain way.
 *
 * @param description the way in a few words
 * @param advice what to do
 * @param pattern the way as a regular expression, for other programs; empty when none says it
 * @param tableSchemaFormat the way's name in Table Schema; empty when it has none
 * @param test whether a text is written so
 * @param slips what to say of a text that is not written so: a sentence with the right writing, or nothing
 */
public record Format(
        String description,
        String advice,
        String pattern,
        String tableSchemaFormat,
        Predicate<String> test,
        UnaryOperator<String> slips)
        implements CellRule {

    /** A mailbox address: RFC 5321, with the letters of RFC 6531, and a domain of two labels or more. */
    public static final Format MAILBOX = new Format(
            "a mailbox address",
            "Write a mailbox address such as name@example.com.",
            "",
            "email",
            Mailboxes::isMailbox,
            text -> MailboxSlips.suggestion(text, Mailboxes::isMailbox));

    /** An international telephone number after ITU-T E.164. */
    public static final Format E164 = written(
            "an E.164 telephone number",
            "Write the number with + and the country code, digits only, such as +61412345678.",
            "\\+[1-9][0-9]{1,14}",
            PhoneNumber::isE164,
            text -> PhoneNumbers.suggestion(text, "", PhoneNumber::isE164));

    /** A well-formed language tag after BCP 47. */
    public static final Format LANGUAGE_TAG = written(
            "a BCP 47 language tag",
            "Write a language tag such as en or en-AU, with hyphens.",
            "",
            LanguageTags::isWellFormed,
            text -> Meant.corrected(
                    text, text.strip().replaceFirst("\\..*", "").replace('_', '-'), LanguageTags::isWellFormed));

    /** A month of a year. */
    public static final Format YEAR_MONTH = written(
            "a month yyyy-MM",
            "Write year and month such as 2028-04.",
            "[0-9]{4}-(0[1-9]|1[0-2])",
            IsoDates::isYearMonth,
            Months::suggestion);

    /** Numbers of a ticket: parted by dashes, lines parted by bars. */
    public static final Format TICKET_NUMBERS = written(
            "numbers n-n-n, lines parted by |",
            "Write each line as numbers parted by dashes and part lines by |, such as 1-7-23|4-9-30.",
            "[0-9]+(-[0-9]+)*(\\|[0-9]+(-[0-9]+)*)*",
            LotteryWriting::areTicketNumbers,
            text -> Meant.corrected(text, LotteryWriting.asTicketNumbers(text), LotteryWriting::areTicketNumbers));

    /** A key of a lottery: up to 40 capital letters, digits and underscores. */
    public static final Format LOTTERY_KEY = written(
            "1 to 40 of A-Z, 0-9 and _",
            "Write the lottery's key in capital letters, digits and underscores, at most 40.",
            "[A-Z0-9_]{1,40}",
            LotteryWriting::isLotteryKey,
            text -> Meant.corrected(text, LotteryWriting.asLotteryKey(text), LotteryWriting::isLotteryKey));

    /** Exactly this many digits. */
    public static Format digits(int count) {
        Predicate<String> test = text -> text.length() == count && Digits.areDigits(text, 0, count);
        return written(
                count + " digits",
                "Write exactly " + count + " digits.",
                "[0-9]{" + count + "}",
                test,
                text -> Meant.corrected(text, text.replaceAll("[\\s\\p{Zs}\\p{Pd}]", ""), test));
    }

    /** A regular expression that the whole text has to match: for types to come; the seven do without in their hot path. */
    public static Format matching(String regex, String description) {
        Pattern compiled = Pattern.compile(regex);
        Predicate<String> test = text -> compiled.matcher(text).matches();
        return written(
                description,
                "Write " + description + ".",
                regex,
                test,
                text -> Meant.corrected(text, text.strip(), test));
    }

    private static Format written(
            String description, String advice, String pattern, Predicate<String> test, UnaryOperator<String> slips) {
        return new Format(description, advice, pattern, "", test, slips);
    }

    @Override
    public Optional<Finding> check(String text, UploadMoment moment) {
        return test.test(text) ? Optional.empty() : Optional.of(new Finding(ViolationCode.CELL_FORMAT, advice));
    }

    @Override
    public String suggestion(String text, RowCells row) {
        return slips.apply(text);
    }

    @Override
    public Map<String, Object> constraints() {
        return pattern.isEmpty() ? Map.of() : Map.of("pattern", pattern);
    }
}

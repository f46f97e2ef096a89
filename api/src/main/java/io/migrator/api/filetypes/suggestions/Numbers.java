package io.migrator.api.filetypes.suggestions;

import io.migrator.api.filetypes.cells.WholeNumbers;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers and amounts as people and spreadsheets write them: grouped, with decimals, with the sign of a currency. */
public final class Numbers {

    /** Sign, whole part, decimals; a comma or a blank groups. */
    private static final Pattern POINT = Pattern.compile("\\+?(-?)(\\d{1,3}(?:[,'’ ]\\d{3})+|\\d+)(?:\\.(\\d{1,2}))?");

    /** The same with point and comma exchanged; a point alone may group or part decimals, so it does not count. */
    private static final Pattern COMMA =
            Pattern.compile("\\+?(-?)(\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}(?:[.'’ ]\\d{3})+(?=,)|\\d+)(?:,(\\d{1,2}))?");

    private Numbers() {}

    /** What to say of a text that is no number of 0 or more. */
    public static String unsigned(String text) {
        return whole(text, WholeNumbers::isUnsigned);
    }

    /** What to say of a text that is no whole number. */
    public static String signed(String text) {
        return whole(text, WholeNumbers::isSigned);
    }

    /** What to say of a text that is no amount in cents. */
    public static String cents(String text) {
        String plain = plain(text);
        String amount = withoutCurrency(plain);
        Matcher number = parsed(amount);
        if (number == null) {
            return Meant.NOTHING;
        }
        String decimals = number.group(3);
        if (decimals == null && amount.equals(plain)) {
            return offered("Write digits only, as ", number.group(1) + digits(number), WholeNumbers::isUnsigned);
        }
        String cents = decimals == null ? "00" : decimals.length() == 1 ? decimals + "0" : decimals;
        return offered(
                "Give the amount in cents, as ",
                number.group(1) + withoutZeros(digits(number) + cents),
                WholeNumbers::isUnsigned);
    }

    private static String whole(String text, Predicate<String> isRight) {
        Matcher number = parsed(plain(text));
        boolean isWhole =
                number != null && (number.group(3) == null || number.group(3).matches("0+"));
        return number != null && isWhole
                ? offered("Write digits only, as ", number.group(1) + digits(number), isRight)
                : Meant.NOTHING;
    }

    private static String offered(String words, String number, Predicate<String> isRight) {
        return isRight.test(number) ? words + number + "." : Meant.NOTHING;
    }

    private static @Nullable Matcher parsed(String text) {
        Matcher point = POINT.matcher(text);
        if (point.matches()) {
            return point;
        }
        Matcher comma = COMMA.matcher(text);
        return comma.matches() ? comma : null;
    }

    private static String digits(Matcher number) {
        return withoutZeros(number.group(2).replaceAll("\\D", ""));
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }

    /** Every kind of digit as 0 to 9, and every kind of blank as a blank. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else {
                plain.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        });
        return plain.toString().strip();
    }

    private static String withoutCurrency(String text) {
        StringBuilder amount = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.CURRENCY_SYMBOL)
                .forEach(amount::appendCodePoint);
        return amount.toString().strip();
    }
}

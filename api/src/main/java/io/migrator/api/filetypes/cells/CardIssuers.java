package io.migrator.api.filetypes.cells;

/**
 * The first digits and the lengths that card issuers use, after the public issuer ranges under ISO/IEC 7812, and the check
 * digit of its annex B (Luhn).
 */
final class CardIssuers {

    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    private CardIssuers() {}

    /** Whether the digits could be a card's number. */
    static boolean issued(byte[] digits, int count) {
        return hasIssuer(prefix(digits), count) && passesLuhn(digits, count);
    }

    private static int prefix(byte[] digits) {
        int prefix = 0;
        for (int i = 0; i < 6; i++) {
            prefix = prefix * 10 + digits[i];
        }
        return prefix;
    }

    private static boolean hasIssuer(int six, int count) {
        int two = six / 10_000;
        int three = six / 1000;
        int four = six / 100;
        return visa(six, count)
                || mastercard(two, four, count)
                || (count == 15 && (two == 34 || two == 37))
                || diners(two, three, four, count)
                || (count >= 16 && (discover(six, two, three, four) || jcb(four) || unionPay(two, four)))
                || maestro(two);
    }

    private static boolean visa(int six, int count) {
        return six / 100_000 == 4 && (count == 13 || count == 16 || count == 19);
    }

    private static boolean mastercard(int two, int four, int count) {
        return count == 16 && (between(two, 51, 55) || between(four, 2221, 2720));
    }

    private static boolean diners(int two, int three, int four, int count) {
        return count >= 14 && (between(three, 300, 305) || four == 3095 || two == 36 || two == 38 || two == 39);
    }

    private static boolean discover(int six, int two, int three, int four) {
        return four == 6011 || between(three, 644, 649) || two == 65 || between(six, 622_126, 622_925);
    }

    private static boolean jcb(int four) {
        return between(four, 3528, 3589);
    }

    private static boolean unionPay(int two, int four) {
        return two == 62 || between(four, 8100, 8171);
    }

    private static boolean maestro(int two) {
        return two == 50 || between(two, 56, 58) || two == 63 || two == 67;
    }

    private static boolean between(int number, int lowest, int highest) {
        return number >= lowest && number <= highest;
    }

    private static boolean passesLuhn(byte[] digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits[count - 1 - i];
            if (i % 2 == 1) {
                digit *= 2;
                digit -= digit > 9 ? 9 : 0;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }
}

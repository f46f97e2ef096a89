package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.Digits;
import java.util.Locale;

/** How lotteries' keys and the numbers of tickets are written. */
final class LotteryWriting {

    private static final int LONGEST_KEY = 40;

    private LotteryWriting() {}

    static boolean isLotteryKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Digits.isDigit(c) && c != '_' && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_KEY;
    }

    /** In capital letters, with underscores for blanks and dashes. */
    static String asLotteryKey(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Zs}\\p{Pd}.]+", "_");
    }

    /** Every dash and bar has a digit on both sides. */
    static boolean areTicketNumbers(String text) {
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

    /** With dashes for what parts numbers elsewhere, and bars for what parts lines. */
    static String asTicketNumbers(String text) {
        return text.strip().replaceAll("\\s*[|;/\\r\\n]+\\s*", "|").replaceAll("[\\s\\p{Zs}\\p{Pd},.+]+", "-");
    }
}

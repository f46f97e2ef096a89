package io.migrator.api.filetypes.rules;

/**
 * Mailbox addresses: a local part of at most 64 characters as a dot-atom or a quoted string (RFC 5321, section 4.1.2) and a
 * domain of at least two labels. Letters beyond ASCII may appear in both (RFC 6531).
 */
final class Mailboxes {

    private static final String ATOM_MARKS = "!#$%&'*+-/=?^_`{|}~";
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;

    private Mailboxes() {}

    static boolean isMailbox(String text) {
        int at = text.lastIndexOf('@');
        return at >= 1
                && at <= LONGEST_LOCAL
                && text.length() <= LONGEST
                && (isDotAtom(text, at) || isQuoted(text, at))
                && isDomain(text, at + 1);
    }

    private static boolean isDotAtom(String text, int end) {
        boolean afterDot = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean dot = c == '.';
            if ((dot && afterDot) || (!dot && !isAtom(c))) {
                return false;
            }
            afterDot = dot;
        }
        return !afterDot;
    }

    private static boolean isAtom(char c) {
        return c < 128 ? isAsciiLetterOrDigit(c) || ATOM_MARKS.indexOf(c) >= 0 : isBeyondAscii(c);
    }

    private static boolean isQuoted(String text, int end) {
        if (end < 3 || text.charAt(0) != '"' || text.charAt(end - 1) != '"') {
            return false;
        }
        for (int i = 1; i < end - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"' || c < ' ' || c == 127) {
                return false;
            }
            if (i == end - 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDomain(String text, int from) {
        int labels = 0;
        int start = from;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!isLabel(text, start, end)) {
                return false;
            }
            labels++;
            start = end + 1;
        }
        return labels >= 2;
    }

    private static boolean isLabel(String text, int from, int to) {
        if (from >= to || to - from > LONGEST_LABEL || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isAsciiLetterOrDigit(c) && c != '-' && !isBeyondAscii(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isBeyondAscii(char c) {
        return c >= 128 && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c);
    }
}

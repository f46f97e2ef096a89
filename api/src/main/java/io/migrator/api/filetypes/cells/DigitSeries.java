package io.migrator.api.filetypes.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a text apart into series: groups of digits with one blank or one dash between each two, whatever kind of blank or dash.
 * What cannot be seen (format characters, combining marks, control characters) parts nothing, or ends a series like any other
 * character. Used once, by one thread.
 */
final class DigitSeries {

    /** What stands between two groups of a series. */
    enum Parting {
        /** The group begins its series. */
        NONE,
        BLANK,
        DASH
    }

    private static final int MINUS = 0x2212;

    private final String text;
    private final boolean skipsUnseen;
    private boolean hasSkipped;
    private int at;
    private byte[] digits = new byte[CardIssuers.LONGEST];

    DigitSeries(String text, boolean skipsUnseen) {
        this.text = text;
        this.skipsUnseen = skipsUnseen;
    }

    /** Whether anything unseen was passed over so far. */
    boolean hasSkipped() {
        return hasSkipped;
    }

    /** The next series, empty after the last. */
    List<DigitGroup> next() {
        List<DigitGroup> series = new ArrayList<>();
        while (at < text.length() && !Digits.isAnyDigit(text.codePointAt(at))) {
            at += width(at);
        }
        Parting before = Parting.NONE;
        while (at < text.length() && (series.isEmpty() || before != Parting.NONE)) {
            series.add(group(before));
            before = parting();
        }
        return series;
    }

    /** Reads a group that begins here. */
    private DigitGroup group(Parting before) {
        int start = at;
        int end = at;
        int count = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Digits.isAnyDigit(c)) {
                digits = count == digits.length ? Arrays.copyOf(digits, count * 2) : digits;
                digits[count++] = (byte) Character.digit(c, 10);
                end = at + width(at);
            } else if (!skips(c)) {
                break;
            }
            at += width(at);
        }
        return new DigitGroup(start, end, Arrays.copyOf(digits, count), before);
    }

    /** Steps over what parts this group from the next, if that is a single blank or dash; or else stays. */
    private Parting parting() {
        if (at >= text.length()) {
            return Parting.NONE;
        }
        Parting parting = kind(text.codePointAt(at));
        int next = at + width(at);
        while (next < text.length() && skips(text.codePointAt(next))) {
            next += width(next);
        }
        boolean goesOn = parting != Parting.NONE && next < text.length() && Digits.isAnyDigit(text.codePointAt(next));
        at = goesOn ? next : at;
        return goesOn ? parting : Parting.NONE;
    }

    private static Parting kind(int c) {
        int type = Character.getType(c);
        if (c == '\t' || type == Character.SPACE_SEPARATOR) {
            return Parting.BLANK;
        }
        return c == MINUS || type == Character.DASH_PUNCTUATION ? Parting.DASH : Parting.NONE;
    }

    private boolean skips(int c) {
        boolean skips = skipsUnseen && isUnseen(c);
        hasSkipped |= skips;
        return skips;
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r' && c != 0x85;
            default -> false;
        };
    }

    private int width(int index) {
        return Character.charCount(text.codePointAt(index));
    }
}

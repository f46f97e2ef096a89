package io.migrator.api.filetypes.cells;

import java.util.ArrayList;
import java.util.List;

/** One search through a text that holds many digits: series of digit groups, each tested solid and as printed on cards. */
final class CardNumberSearch {

    /** Where a card number stands. */
    record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** The longer of two groupings that begin alike comes first. */
    private static final int[][] PRINTED = {{4, 4, 4, 4, 3}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}};

    private static final int[] FOURS = PRINTED[1];

    private final String text;
    private final List<Run> found = new ArrayList<>();
    private final byte[] digits = new byte[CardIssuers.LONGEST];

    CardNumberSearch(String text) {
        this.text = text;
    }

    List<Run> runs() {
        List<Run> series = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!Digits.isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfDigits(at);
            series.add(new Run(at, end));
            boolean goesOn = end + 1 < text.length() && parts(text.charAt(end)) && Digits.isDigit(text.charAt(end + 1));
            if (!goesOn) {
                search(series);
                series.clear();
            }
            at = end + 1;
        }
        return found;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && Digits.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A blank or a dash, also in the forms that word processors put in their place. */
    private static boolean parts(char c) {
        return c == ' ' || c == '-' || c == '\u00A0' || c == '\u2011' || c == '\u2013';
    }

    private void search(List<Run> series) {
        for (int first = 0; first < series.size(); first++) {
            Run group = series.get(first);
            if (group.length() >= CardIssuers.SHORTEST) {
                keepIfIssued(group);
            }
            for (int[] grouping : PRINTED) {
                boolean isCandidate =
                        isGrouped(series, first, grouping) && !isWithinLongerSeries(series, first, grouping);
                if (isCandidate
                        && keepIfIssued(new Run(
                                group.start(),
                                series.get(first + grouping.length - 1).end()))) {
                    break;
                }
            }
        }
    }

    private static boolean isGrouped(List<Run> series, int first, int[] grouping) {
        if (first + grouping.length > series.size()) {
            return false;
        }
        for (int i = 0; i < grouping.length; i++) {
            if (series.get(first + i).length() != grouping[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithinLongerSeries(List<Run> series, int first, int[] grouping) {
        int next = first + grouping.length;
        return grouping == FOURS
                && ((first > 0 && series.get(first - 1).length() == 4)
                        || (next < series.size() && series.get(next).length() == 4));
    }

    private boolean keepIfIssued(Run run) {
        int count = 0;
        for (int i = run.start(); i < run.end(); i++) {
            char c = text.charAt(i);
            if (Digits.isDigit(c)) {
                if (count == digits.length) {
                    return false;
                }
                digits[count++] = (byte) (c - '0');
            }
        }
        boolean isIssued = CardIssuers.issued(digits, count);
        if (isIssued) {
            found.add(run);
        }
        return isIssued;
    }
}

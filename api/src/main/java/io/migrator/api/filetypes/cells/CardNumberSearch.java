package io.migrator.api.filetypes.cells;

import java.util.ArrayList;
import java.util.List;

/** One search through a text that holds many digits: series of digit groups, each tested solid and as printed on cards. */
final class CardNumberSearch {

    /** Where a card number stands. */
    record Run(int start, int end) {}

    /** The longer of two groupings that begin alike comes first. */
    private static final int[][] PRINTED = {{4, 4, 4, 4, 3}, {4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}};

    private static final int[] FOURS = PRINTED[1];

    private final String text;
    private final List<Run> found = new ArrayList<>();

    CardNumberSearch(String text) {
        this.text = text;
    }

    List<Run> runs() {
        DigitSeries joined = new DigitSeries(text, true);
        search(joined);
        if (joined.hasSkipped()) {
            // What hides within a number must not hide one either, by making it a longer run.
            search(new DigitSeries(text, false));
        }
        return found;
    }

    private void search(DigitSeries parts) {
        for (List<DigitGroup> series = parts.next(); !series.isEmpty(); series = parts.next()) {
            search(series);
        }
    }

    private void search(List<DigitGroup> series) {
        for (int first = 0; first < series.size(); first++) {
            DigitGroup group = series.get(first);
            if (group.length() >= CardIssuers.SHORTEST) {
                keepIfIssued(List.of(group));
            }
            for (int[] grouping : PRINTED) {
                boolean isCandidate =
                        isGrouped(series, first, grouping) && !isWithinLongerSeries(series, first, grouping);
                if (isCandidate && keepIfIssued(series.subList(first, first + grouping.length))) {
                    break;
                }
            }
        }
    }

    private static boolean isGrouped(List<DigitGroup> series, int first, int[] grouping) {
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

    /** Account numbers are printed in fours too, and go on in the same way; a date beside a card number is none of its groups. */
    private static boolean isWithinLongerSeries(List<DigitGroup> series, int first, int[] grouping) {
        if (grouping != FOURS) {
            return false;
        }
        int next = first + grouping.length;
        DigitSeries.Parting parting = series.get(first + 1).before();
        boolean goesOnBefore = first > 0
                && series.get(first).before() == parting
                && series.get(first - 1).length() == 4
                && !series.get(first - 1).isYear();
        return goesOnBefore || (next < series.size() && goesOn(series.get(next), parting));
    }

    private static boolean goesOn(DigitGroup next, DigitSeries.Parting parting) {
        return next.before() == parting && next.length() == 4 && !next.isYear() && !next.isExpiry();
    }

    private boolean keepIfIssued(List<DigitGroup> groups) {
        int count = groups.stream().mapToInt(DigitGroup::length).sum();
        if (count > CardIssuers.LONGEST) {
            return false;
        }
        byte[] digits = new byte[count];
        int filled = 0;
        for (DigitGroup group : groups) {
            System.arraycopy(group.digits(), 0, digits, filled, group.length());
            filled += group.length();
        }
        Run run = new Run(groups.get(0).start(), groups.get(groups.size() - 1).end());
        boolean isKept = CardIssuers.issued(digits, count) && !UuidForm.holds(text, run.start(), run.end());
        if (isKept) {
            found.add(run);
        }
        return isKept;
    }
}

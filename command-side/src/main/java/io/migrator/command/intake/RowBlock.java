package io.migrator.command.intake;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.command.intake.csv.RecordOffsets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that stand together in a file, judged without regard to others; they are counted from 1 within the block, lines from the
 * beginning of what its reader reads. Filled by one thread, then handed over.
 */
final class RowBlock {

    private static final int USUAL_ROWS = 1024;

    private long[] starts = new long[USUAL_ROWS];
    private long[] ends = new long[USUAL_ROWS];
    private int rows;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> tooLong = new ArrayList<>();
    private final List<KeyedRows> keyed = new ArrayList<>();
    private @Nullable IOException problem;
    private int blankLines;
    private long line;

    /** @param keys how many rules there are between rows */
    RowBlock(int keys) {
        for (int i = 0; i < keys; i++) {
            keyed.add(new KeyedRows());
        }
    }

    void begin(long start) {
        if (rows == starts.length) {
            starts = Arrays.copyOf(starts, 2 * rows);
            ends = Arrays.copyOf(ends, 2 * rows);
        }
        starts[rows] = start;
        ends[rows++] = start;
    }

    void lastEndsAt(long end) {
        ends[rows - 1] = end;
    }

    int lengthOfLast() {
        return Math.toIntExact(ends[rows - 1] - starts[rows - 1]);
    }

    void add(List<Violation> found) {
        violations.addAll(found);
    }

    void addTooLong(Violation found) {
        tooLong.add(found);
    }

    /** Says why nothing after the last row is read. */
    void breakOff(IOException reason) {
        problem = reason;
    }

    /** Says how far its reader has come. */
    void endAt(long nextLine, int blankLinesSoFar) {
        line = nextLine;
        blankLines = blankLinesSoFar;
    }

    int rows() {
        return rows;
    }

    /** How much is wrong with the rows themselves. */
    int violations() {
        return violations.size();
    }

    /** Whether it was read to its end, and no record of it is too long. */
    boolean isWhole() {
        return problem == null && tooLong.isEmpty();
    }

    Optional<IOException> problem() {
        return Optional.ofNullable(problem);
    }

    /** The line after the last one read. */
    long line() {
        return line;
    }

    /** Blank lines that its reader has seen so far. */
    int blankLines() {
        return blankLines;
    }

    /** What the rules between rows need, for each of them. */
    List<KeyedRows> keyed() {
        return keyed;
    }

    void addTo(RecordOffsets offsets) {
        for (int i = 0; i < rows; i++) {
            offsets.add(starts[i]);
            offsets.lastEndsAt(ends[i]);
        }
    }

    /**
     * What is wrong with the rows, row by row: with its cells, with it beside other rows, with its length.
     *
     * @param between what breaks rules between rows
     */
    List<Violation> violations(List<Violation> between) {
        if (between.isEmpty() && tooLong.isEmpty()) {
            return violations;
        }
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(between);
        all.addAll(tooLong);
        all.sort((one, other) -> Integer.compare(one.row(), other.row()));
        return all;
    }
}

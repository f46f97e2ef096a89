package io.migrator.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param work the work that measured it
 * @param what was measured
 * @param other whom ours is held against, if anybody
 * @param more what was measured beside and does not stand in the table
 */
public record Line(
        String work, String what, Series ours, @Nullable Series other, Goal goal, List<Series> more) {

    public Line {
        more = List.copyOf(more);
        if (other == null && goal.kind().comparesSides()) {
            throw new IllegalArgumentException(what + " is compared with nothing");
        }
    }

    /** A line that is judged by itself. */
    public static Line of(String work, String what, Series ours, Goal goal) {
        return new Line(work, what, ours, null, goal, List.of());
    }

    /** A line that is held against another's. */
    public static Line against(String work, String what, Series ours, Series other, Goal goal) {
        return new Line(work, what, ours, other, goal, List.of());
    }

    /** The same, with this measured beside. */
    public Line with(Series... beside) {
        List<Series> all = new ArrayList<>(more);
        all.addAll(List.of(beside));
        return new Line(work, what, ours, other, goal, all);
    }

    /** Ours over the other's, if there is another. */
    public Optional<Double> ratio() {
        return Optional.ofNullable(other).map(series -> ours.median() / series.median());
    }

    /** Whether the goal is reached. */
    public boolean isMet() {
        return goal.isMetBy(goal.kind().comparesSides() ? ratio().orElse(Double.NaN) : ours.median());
    }

    /** What the goal came to: reached, missed, or nothing when there is none. */
    public String verdict() {
        if (goal.kind() == Goal.Kind.NONE) {
            return "";
        }
        return isMet() ? "reached" : "missed";
    }
}

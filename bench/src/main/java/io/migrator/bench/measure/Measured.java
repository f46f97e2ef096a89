package io.migrator.bench.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One round of one side.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all processes of that side, on all cores together; 0 where they cannot be told
 */
public record Measured(double seconds, double cpuSeconds) {

    /** The seconds of all rounds. */
    public static Series seconds(String name, List<Measured> rounds) {
        return series(name, "s", rounds, Measured::seconds);
    }

    /** How many a second in each round, when each does so many. */
    public static Series rate(String name, String unit, double count, List<Measured> rounds) {
        return series(name, unit, rounds, round -> count / round.seconds());
    }

    /** CPU time of all rounds, for each of so many rows. */
    public static Series cpuPerRow(String name, int rows, List<Measured> rounds) {
        return series(name, "µs of CPU a row", rounds, round -> round.cpuSeconds() * 1e6 / rows);
    }

    private static Series series(String name, String unit, List<Measured> rounds, ToDoubleFunction<Measured> value) {
        return new Series(name, unit, rounds.stream().map(value::applyAsDouble).toList());
    }
}

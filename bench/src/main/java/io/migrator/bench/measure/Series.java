package io.migrator.bench.measure;

import java.util.List;
import java.util.Locale;

/**
 * What one side did in each round.
 *
 * @param name of who did it
 * @param unit of the values
 */
public record Series(String name, String unit, List<Double> values) {

    /** @throws IllegalArgumentException when there is no value */
    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " was not measured");
        }
    }

    /** A single value. */
    public static Series of(String name, String unit, double value) {
        return new Series(name, unit, List.of(value));
    }

    /** The middle one of the values, or the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median and its unit, with about three figures. */
    public String text() {
        return figure(median()) + " " + unit;
    }

    static String figure(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}

package io.migrator.bench;

import io.migrator.bench.work.Scale;
import io.migrator.bench.work.Works;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param only the works to run
 * @param out where the report and the logs go
 */
record BenchOptions(Scale scale, Set<String> only, Path out) {

    private static final int ROWS = 1_000_000;
    /** Some chunks, so that the last can be held against the first. */
    private static final int LEAST_ROWS = 20_000;

    /** More the service does not take in without being told. */
    private static final int MOST_ROWS = 5_000_000;

    /** The service's JVM becomes faster most in its first three million rows. */
    private static final int WARM_UPS = 3;

    private static final int MOST_ROUNDS = 1_000;
    private static final int ROUNDS = 3;

    BenchOptions {
        only = Set.copyOf(only);
    }

    /** @throws IllegalArgumentException when it makes no sense; the message is for the operator */
    static BenchOptions parse(List<String> arguments) {
        int rows = ROWS;
        int warmUps = WARM_UPS;
        int rounds = ROUNDS;
        Set<String> only = new LinkedHashSet<>(Works.ids());
        Path out = Path.of("bench-out");
        for (int i = 0; i < arguments.size(); i++) {
            String[] pair = arguments.get(i).split("=", 2);
            if (pair.length == 1) {
                i++;
            }
            if (i == arguments.size()) {
                throw new IllegalArgumentException(pair[0] + " needs a value");
            }
            String value = pair.length == 2 ? pair[1] : arguments.get(i);
            switch (pair[0]) {
                case "--rows" -> rows = number(pair[0], value, LEAST_ROWS, MOST_ROWS);
                case "--warm-ups" -> warmUps = number(pair[0], value, 1, MOST_ROUNDS);
                case "--rounds" -> rounds = number(pair[0], value, 1, MOST_ROUNDS);
                case "--only" -> only = works(value);
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException("'" + pair[0] + "' is not an option");
            }
        }
        return new BenchOptions(new Scale(rows, warmUps, rounds), only, out);
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(option + " needs a number from " + least + " to " + most + ", not " + text);
    }

    private static Set<String> works(String text) {
        Set<String> asked = new LinkedHashSet<>(List.of(text.split(",")));
        List<String> known = Works.ids();
        if (!known.containsAll(asked)) {
            throw new IllegalArgumentException("--only takes some of " + String.join(",", known) + ", not " + text);
        }
        return asked;
    }
}

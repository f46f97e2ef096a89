package io.migrator.faults;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line says.
 *
 * @param nodes of the service
 * @param out where data, logs and the report go
 */
record FaultsOptions(int scenarios, long seed, int nodes, Path out) {

    private static final int SCENARIOS = 10;

    /** @throws IllegalArgumentException when it makes no sense; the message is for the operator */
    static FaultsOptions parse(List<String> arguments) {
        int scenarios = SCENARIOS;
        long seed = 1;
        int nodes = 1;
        Path out = Path.of("faults-out");
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
                case "--scenarios" -> scenarios = Math.toIntExact(number(pair[0], value));
                case "--seed" -> seed = number(pair[0], value);
                case "--nodes" -> nodes = Math.toIntExact(number(pair[0], value));
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException("'" + pair[0] + "' is not an option");
            }
        }
        return new FaultsOptions(scenarios, seed, nodes, out);
    }

    private static long number(String option, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(option + " needs a number of 1 or more, not " + text);
    }
}

package io.migrator.app.demo;

import io.migrator.app.launch.LaunchOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the demonstration's command line says.
 *
 * @param results where the marked-up files go
 * @param others the arguments that are the service's
 */
record DemoOptions(Path results, List<String> others) {

    DemoOptions {
        others = List.copyOf(others);
    }

    static DemoOptions parse(List<String> arguments) {
        Path results = Path.of("out");
        List<String> others = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--out=")) {
                results = Path.of(argument.substring("--out=".length()));
            } else if (argument.equals("--out")) {
                i++;
                if (i == arguments.size()) {
                    throw new IllegalArgumentException("--out needs a value");
                }
                results = Path.of(arguments.get(i));
            } else {
                others.add(argument);
            }
        }
        LaunchOptions.parse(others); // refuses what makes no sense before anything starts
        return new DemoOptions(results, others);
    }

    /** Whether a directory for the data is named; else the data goes with the demonstration. */
    boolean keepsData() {
        return others.stream().anyMatch(argument -> argument.equals("--data") || argument.startsWith("--data="));
    }

    /** The service's options: on a free port and quiet, unless said otherwise. */
    LaunchOptions launch() {
        return LaunchOptions.parse(others)
                .withDefault("server.port", "0")
                .withDefault("logging.level.root", "error")
                .withDefault("logging.level.org.apache.kafka", "error");
    }

    /** The same, in this directory. */
    LaunchOptions launchIn(Path data) {
        return new LaunchOptions(data, launch().springArguments());
    }
}

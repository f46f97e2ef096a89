package io.migrator.bench;

import io.migrator.bench.report.Report;
import io.migrator.bench.work.Product;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./migrator bench}: runs the works that are asked for and prints what came out. */
public final class Bench {

    private static final String USAGE =
            "usage: bench [--rows N] [--only WORK,...] [--warm-ups N] [--rounds N] [--out DIR]";

    private Bench() {}

    /** Ends the process with 0, with 1 when a work could not be run, with 2 when the command line makes no sense. */
    public static void main(String[] arguments) {
        BenchOptions options;
        try {
            options = BenchOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        Report report = new BenchRun(options, product(), Clock.systemUTC(), System.out).execute();
        System.exit(report.works().stream().allMatch(work -> work.failure() == null) ? 0 : 1);
    }

    /** The launcher says what it starts, and how. */
    private static Product product() {
        return new Product(
                jar("bench.service"),
                jar("bench.exporter"),
                options("bench.java-options"),
                options("bench.exporter-options"));
    }

    private static List<String> options(String property) {
        return Stream.of(System.getProperty(property, "").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    private static Path jar(String property) {
        String jar = System.getProperty(property);
        if (jar == null) {
            throw new IllegalStateException("the bench is started by ./migrator bench");
        }
        return Path.of(jar);
    }
}

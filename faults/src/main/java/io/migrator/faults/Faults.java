package io.migrator.faults;

import io.migrator.faults.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./migrator faults}: plays scenarios and prints what came out. */
public final class Faults {

    private static final String USAGE = "usage: faults [--scenarios N] [--seed N] [--nodes N] [--out DIR]";

    private Faults() {}

    /** Ends the process with 0, with 1 when anything is wrong, with 2 when the command line makes no sense. */
    public static void main(String[] arguments) {
        FaultsOptions options;
        try {
            options = FaultsOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        Path directory = directory(options.out());
        RunReport report =
                new FaultRun(directory, options.nodes(), System.out).play(options.scenarios(), options.seed());
        report.print(System.out);
        report.wrongAnswers().stream().limit(20).forEach(System.out::println);
        report.write(directory.resolve("faults.json"));
        System.exit(report.isClean() ? 0 : 1);
    }

    /** A new one for each run. */
    private static Path directory(Path out) {
        try {
            Files.createDirectories(out);
            return Files.createTempDirectory(out, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

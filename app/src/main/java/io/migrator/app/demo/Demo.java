package io.migrator.app.demo;

import io.migrator.app.launch.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./migrator demo}: starts the service on free ports, takes a sample of each type the whole way over its REST API, and
 * ends with 0 when everything came as the samples say it must, else with 1.
 */
public final class Demo {

    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final String USAGE = "usage: demo [--out DIR] [--data DIR] [--port N] [--spring.key=value ...]";

    private Demo() {}

    /** Ends the process with 0, 1, or 2 when the command line makes no sense. */
    public static void main(String[] arguments) throws IOException {
        DemoOptions options;
        try {
            options = DemoOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        endWhenItTakesTooLong();
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(DemoOptions options) throws IOException {
        System.out.println("Starting PostgreSQL, Kafka, the service and the reference consumer");
        try (RunningService service = start(options)) {
            String password = service.adminPassword()
                    .orElseThrow(() -> new IllegalStateException("the demonstration signs in as a user of its own; "
                            + "leave the user admin out of the configuration"));
            List<String> differences = new DemoRun(
                            new ServiceClient(service.url(), "admin", password), options.results(), System.out)
                    .execute(SampleFiles.create());
            return report(differences);
        } catch (RuntimeException e) {
            System.err.println("The demonstration failed: " + e.getMessage());
            return false;
        }
    }

    private static RunningService start(DemoOptions options) throws IOException {
        return options.keepsData()
                ? RunningService.start(options.launch())
                : RunningService.startTemporarily(options.launchIn(Files.createTempDirectory("migrator-demo")));
    }

    private static boolean report(List<String> differences) {
        if (differences.isEmpty()) {
            System.out.println("Everything came as expected.");
            return true;
        }
        System.out.println("Not as expected:");
        differences.forEach(difference -> System.out.println("  " + difference));
        return false;
    }

    /** Whatever hangs, the process ends, and with it all it started. */
    private static void endWhenItTakesTooLong() {
        Thread watch = new Thread(
                () -> {
                    try {
                        Thread.sleep(LIMIT.toMillis());
                        System.err.println("The demonstration did not end within " + LIMIT.toMinutes() + " minutes.");
                        System.exit(1);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "time-limit");
        watch.setDaemon(true);
        watch.start();
    }
}

package io.migrator.app.launch;

import java.io.PrintStream;
import java.util.List;

/** {@code ./migrator start}: the service in the foreground until the process is told to end. */
public final class Launcher {

    private static final String USAGE = "usage: start [--port N] [--data DIR] [--spring.key=value ...]";

    private Launcher() {}

    /** Starts the service; ends the process with 2 when the command line makes no sense, with 1 when the start fails. */
    public static void main(String[] arguments) {
        LaunchOptions options;
        try {
            options = LaunchOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            welcome(RunningService.start(options), options, System.out);
        } catch (RuntimeException e) {
            System.err.println("The migrator did not start: " + e.getMessage());
            // The broker's threads would keep the process alive.
            System.exit(1);
        }
    }

    private static void welcome(RunningService service, LaunchOptions options, PrintStream out) {
        out.println();
        out.println("Customer migrator: " + service.url());
        service.adminPassword().ifPresent(password -> {
            if (service.isAdminNew()) {
                out.println("User " + AdminUser.NAME + ", password " + password);
            }
            out.println("The password of user " + AdminUser.NAME + " is kept in "
                    + options.data().resolve(AdminUser.PASSWORD_FILE));
        });
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}

package io.migrator.app.launch;

import io.migrator.app.MigratorApplication;
import io.migrator.embedded.ServerLoggers;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The service in this JVM, with the servers and the reference consumer that belong to it. Ends in order (the service, the
 * consumer, the broker, the database) when closed, and when the process is told to end.
 */
public final class RunningService implements AutoCloseable {

    private final EmbeddedRun embedded;
    private final ConfigurableApplicationContext context;
    private final ReferenceConsumer consumer;

    private RunningService(EmbeddedRun embedded, ConfigurableApplicationContext context, ReferenceConsumer consumer) {
        this.embedded = embedded;
        this.context = context;
        this.consumer = consumer;
    }

    /** Starts everything and returns when requests are served. What was started is stopped again when the start fails. */
    public static RunningService start(LaunchOptions options) {
        return start(options, new EmbeddedRun(options.data(), false));
    }

    /** The same, but the data directory is deleted at the end, also when the process is told to end. */
    public static RunningService startTemporarily(LaunchOptions options) {
        return start(options, new EmbeddedRun(options.data(), true));
    }

    private static RunningService start(LaunchOptions options, EmbeddedRun embedded) {
        ReferenceConsumer consumer = new ReferenceConsumer();
        SpringApplication.getShutdownHandlers().add(() -> stop(consumer, embedded));
        ConfigurableApplicationContext context = null;
        try {
            context = application(embedded, options.data())
                    .run(options.springArguments().toArray(String[]::new));
            consumer.start(context.getEnvironment(), embedded.isComplete());
            return new RunningService(embedded, context, consumer);
        } catch (RuntimeException e) {
            if (context != null) {
                context.close();
            }
            stop(consumer, embedded);
            throw e;
        }
    }

    private static SpringApplication application(EmbeddedRun embedded, Path data) {
        SpringApplication application = new SpringApplication(MigratorApplication.class);
        application.addListeners(embedded);
        // Axon reads it as a system property only.
        System.setProperty("disable-axoniq-console-message", "true");
        Map<String, Object> defaults = new LinkedHashMap<>();
        // Whoever wants other machines to reach the service says so.
        defaults.put("server.address", "127.0.0.1");
        defaults.put(
                "migrator.intake.spool-directory",
                data.toAbsolutePath().resolve("spool").toString());
        ServerLoggers.NAMES.forEach(name -> defaults.put("logging.level." + name, "warn"));
        application.setDefaultProperties(defaults);
        return application;
    }

    private static void stop(ReferenceConsumer consumer, EmbeddedRun embedded) {
        try {
            consumer.close();
        } finally {
            embedded.close();
        }
    }

    /** Where the service answers, as seen from this machine. */
    public URI url() {
        Environment environment = context.getEnvironment();
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    /** The password of the user {@code admin}, unless that user was configured by hand. */
    public Optional<String> adminPassword() {
        return embedded.admin().map(AdminUser::password);
    }

    /** Whether this start made that password. */
    boolean isAdminNew() {
        return embedded.admin().map(AdminUser::isNew).orElse(false);
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            stop(consumer, embedded);
        }
    }
}

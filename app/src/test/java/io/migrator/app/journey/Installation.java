package io.migrator.app.journey;

import io.migrator.app.MigratorApplication;
import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.embedded.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one running service of all journeys in this JVM, with users of some tenants and a target that a journey may stop. A stall is
 * noticed after seconds, so that a journey can wait for it.
 */
public final class Installation {

    private static @Nullable Installation running;

    private final ConfigurableApplicationContext context;
    private final String database;
    private final Path spool;
    private @Nullable CrmConsumer target;

    private Installation() {
        database = TestServers.newDatabase();
        spool = newFolder();
        SpringApplication application = new SpringApplication(MigratorApplication.class);
        application.setDefaultProperties(properties());
        context = application.run("--server.port=0"); // stronger than application.yml
        startTarget();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopTarget, "stop-target"));
    }

    /** The one of this JVM; started by who asks first. */
    public static synchronized Installation get() {
        Installation found = running;
        if (found == null) {
            found = new Installation();
            running = found;
        }
        return found;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.datasource.url", database);
        properties.put("spring.kafka.bootstrap-servers", TestServers.bootstrapServers());
        properties.put("migrator.stall-timeout", "6s");
        properties.put("migrator.intake.chunk-size", "1000"); // several to a window
        properties.put("migrator.window-rows", "5000");
        properties.put("migrator.tenant-window-rows.initech", "1000");
        properties.put("migrator.intake.spool-directory", spool.toString());
        user(properties, 0, "ann", "acme", "MIGRATOR_ADMIN");
        user(properties, 1, "gus", "globex", "MIGRATOR_ADMIN");
        user(properties, 2, "audrey", "acme", "MIGRATOR_AUDITOR");
        user(properties, 3, "otto", "acme", "MIGRATOR_OPS");
        user(properties, 4, "augusta", "globex", "MIGRATOR_AUDITOR");
        user(properties, 5, "nobody", "acme", "");
        user(properties, 6, "olivia", "acme", "MIGRATOR_ADMIN,MIGRATOR_AUDITOR,MIGRATOR_OPS");
        user(properties, 7, "ines", "initech", "MIGRATOR_ADMIN");
        user(
                properties,
                8,
                "lena",
                "umbrella",
                "MIGRATOR_ADMIN,MIGRATOR_AUDITOR,MIGRATOR_OPS"); // has nothing but her own
        return properties;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "spool");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void user(Map<String, Object> properties, int index, String name, String tenant, String authority) {
        String prefix = "migrator.security.users[" + index + "].";
        properties.put(prefix + "name", name);
        properties.put(prefix + "password", "{noop}" + name);
        properties.put(prefix + "tenant", tenant);
        properties.put(prefix + "authorities", authority);
    }

    /** A user who may upload and migrate for the tenant acme. */
    public Operator ann() {
        return operator("ann");
    }

    /** The same for the tenant globex. */
    Operator gus() {
        return operator("gus");
    }

    /** A user, whose password is the name. */
    public Operator operator(String name) {
        return new Operator(address(), name, name);
    }

    /** Where the service answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Where files lie while they are read. */
    Path spoolFolder() {
        return spool;
    }

    /** The database of the service. */
    public JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Without effect on one that runs. */
    public synchronized void startTarget() {
        if (target == null) {
            target = CrmConsumer.start(CrmConsumerConfig.of(
                    TestServers.bootstrapServers(), new CrmConsumerConfig.Database(database, "", "")));
        }
    }

    /** Rows that are sent from now on wait. */
    public synchronized void stopTarget() {
        CrmConsumer stopped = target;
        if (stopped != null) {
            target = null;
            stopped.close();
        }
    }
}

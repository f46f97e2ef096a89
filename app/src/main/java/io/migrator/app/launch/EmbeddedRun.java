package io.migrator.app.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What the service needs before it starts. Waits until Spring has read the whole configuration (command line, environment,
 * files), so that anything configured anywhere keeps its embedded counterpart from starting.
 */
final class EmbeddedRun implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered, AutoCloseable {

    private final Path data;
    private final boolean isTemporary;
    private @Nullable DataDirectory directory;
    private @Nullable EmbeddedServers servers;
    private @Nullable AdminUser admin;
    private boolean complete;

    /** @param isTemporary whether the data goes with the run */
    EmbeddedRun(Path data, boolean isTemporary) {
        this.data = data;
        this.isTemporary = isTemporary;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public synchronized void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean withPostgres = !isConfigured(environment, "spring.datasource.url");
        boolean withKafka = !isConfigured(environment, "spring.kafka.bootstrap-servers");
        DataDirectory opened = DataDirectory.open(data);
        directory = opened;
        admin = AdminUser.addTo(environment, opened).orElse(null);
        EmbeddedServers started = EmbeddedServers.start(opened, withPostgres, withKafka);
        servers = started;
        complete = withPostgres && withKafka;
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", started.properties()));
    }

    private static boolean isConfigured(ConfigurableEnvironment environment, String key) {
        return Binder.get(environment)
                .bind(key, Bindable.listOf(String.class))
                .map(values -> !values.isEmpty())
                .orElse(false);
    }

    /** Whether both servers are embedded, so that nobody else can be the target. */
    synchronized boolean isComplete() {
        return complete;
    }

    /** The user made for this directory, unless one of that name was configured. */
    synchronized Optional<AdminUser> admin() {
        return Optional.ofNullable(admin);
    }

    /** Stops what was started. Can be called more than once. */
    @Override
    public synchronized void close() {
        EmbeddedServers running = servers;
        DataDirectory held = directory;
        servers = null;
        directory = null;
        try {
            if (running != null) {
                running.close();
            }
        } finally {
            if (held != null) {
                held.close();
                if (isTemporary) {
                    held.delete();
                }
            }
        }
    }
}

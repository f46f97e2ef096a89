package io.migrator.app.launch;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The target of the embedded run: the reference consumer, with a schema of its own in the service's database. */
final class ReferenceConsumer implements AutoCloseable {

    private @Nullable AutoCloseable running;

    synchronized void startUnlessConfiguredOtherwise(Environment environment, boolean embeddedByDefault) {
        if (environment.getProperty("migrator.embedded-consumer", Boolean.class, embeddedByDefault)) {
            running = null;
        }
    }

    @Override
    public synchronized void close() {}
}

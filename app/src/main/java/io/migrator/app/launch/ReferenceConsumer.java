package io.migrator.app.launch;

import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.crm.CrmConsumerConfig.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The target of the embedded run: the reference consumer, with a schema of its own in the service's database. It knows nothing
 * of the service but the topics.
 */
final class ReferenceConsumer implements AutoCloseable {

    private @Nullable CrmConsumer running;

    /**
     * Starts it if {@code migrator.embedded-consumer} says so.
     *
     * @param isBesideServers whether broker and database are embedded too: then it starts unless told otherwise
     */
    synchronized void start(Environment environment, boolean isBesideServers) {
        if (environment.getProperty("migrator.embedded-consumer", Boolean.class, isBesideServers)) {
            Database database = new Database(
                    environment.getRequiredProperty("spring.datasource.url"),
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""));
            CrmConsumerConfig config =
                    CrmConsumerConfig.of(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), database);
            running = CrmConsumer.start(isBesideServers ? config.besideItsServers() : config);
        }
    }

    /** Ends it. Can be called more than once. */
    @Override
    public synchronized void close() {
        CrmConsumer consumer = running;
        running = null;
        if (consumer != null) {
            consumer.close();
        }
    }
}

package io.migrator.app.launch;

import io.migrator.api.wire.Topics;
import io.migrator.embedded.KafkaServer;
import io.migrator.embedded.PostgresServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The servers of the embedded run, those of them that are not configured elsewhere. Their ports are free ones, chosen at the
 * first start and kept, because a database that outlived its service is found again by its port.
 */
final class EmbeddedServers implements AutoCloseable {

    /** More than the reference consumer has workers. */
    private static final int PARTITIONS = 6;

    private static final String DATABASE = "migrator";

    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;

    private EmbeddedServers() {}

    static EmbeddedServers start(DataDirectory directory, boolean withPostgres, boolean withKafka) {
        EmbeddedServers servers = new EmbeddedServers();
        try {
            if (withPostgres) {
                servers.postgres = startPostgres(directory);
            }
            if (withKafka) {
                servers.kafka = startKafka(directory);
            }
            return servers;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private static PostgresServer startPostgres(DataDirectory directory) {
        Path home = directory.resolve("postgres");
        int port = PostgresServer.runningIn(home).orElseGet(() -> KeptPort.of(directory, "postgres-port"));
        PostgresServer server = PostgresServer.startDurable(home, port);
        server.createDatabase(DATABASE);
        return server;
    }

    private static KafkaServer startKafka(DataDirectory directory) {
        KafkaServer server = KafkaServer.startDurable(directory.resolve("kafka"), KeptPort.of(directory, "kafka-port"));
        server.createTopics(
                PARTITIONS, Topics.ROWS, Topics.ANSWERS, Topics.ROWS_DEAD_LETTERS, Topics.ANSWERS_DEAD_LETTERS);
        return server;
    }

    /** What Spring needs to know to reach them. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        PostgresServer database = postgres;
        if (database != null) {
            properties.put("spring.datasource.url", database.url(DATABASE));
            properties.put("spring.datasource.username", database.user());
            properties.put("spring.datasource.password", database.password());
        }
        KafkaServer broker = kafka;
        if (broker != null) {
            properties.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        }
        return properties;
    }

    /** Stops the broker, then the database. Can be called more than once. */
    @Override
    public synchronized void close() {
        KafkaServer broker = kafka;
        PostgresServer database = postgres;
        kafka = null;
        postgres = null;
        try {
            if (broker != null) {
                broker.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}

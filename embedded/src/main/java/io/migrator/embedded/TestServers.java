package io.migrator.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one Kafka broker for all tests of a JVM, started when first asked for and stopped at its end. Every
 * caller gets a database or topics of its own. Safe to use from any thread.
 */
public final class TestServers {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaServer kafka;

    private TestServers() {}

    /** The URL of a new, empty database; it names the user, and no password is asked for. */
    public static String newDatabase() {
        PostgresServer server = postgres();
        String name = "test" + NAMES.incrementAndGet();
        server.createDatabase(name);
        return server.url(name) + "&user=" + server.user();
    }

    /** The broker's address. */
    public static String bootstrapServers() {
        return kafka().bootstrapServers();
    }

    /** Creates an empty topic whose name begins with {@code name} and is used by nobody else; returns the whole name. */
    public static String newTopic(String name, int partitions) {
        String unique = name + "." + NAMES.incrementAndGet();
        kafka().createTopics(partitions, unique);
        return unique;
    }

    private static synchronized PostgresServer postgres() {
        PostgresServer running = postgres;
        if (running == null) {
            ServerLoggers.quieten();
            PostgresServer started = PostgresServer.startDisposable();
            atExit("postgres", started::close);
            postgres = running = started;
        }
        return running;
    }

    private static synchronized KafkaServer kafka() {
        KafkaServer running = kafka;
        if (running == null) {
            ServerLoggers.quieten();
            Path directory = temporaryDirectory();
            KafkaServer started = KafkaServer.startDisposable(directory);
            atExit("kafka", () -> {
                started.close();
                delete(directory);
            });
            kafka = running = started;
        }
        return running;
    }

    private static void atExit(String name, Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "test-" + name + "-stop"));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("test-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.migrator.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker with its controller in this JVM, on 127.0.0.1 only. Its data stays in a directory and survives the
 * process. Safe to use from any thread.
 */
public final class KafkaServer implements AutoCloseable {

    private static final Duration TOPICS_KNOWN_WITHIN = Duration.ofSeconds(30);

    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker whose data is, and stays, in {@code directory}; returns when it serves clients.
     *
     * @throws IllegalStateException when the directory cannot be used
     */
    public static KafkaServer startDurable(Path directory, int port) {
        return startDurable(directory, port, port);
    }

    /**
     * The same for a broker that clients reach through something in between.
     *
     * @param advertisedPort the port that clients are told to use
     */
    public static KafkaServer startDurable(Path directory, int port, int advertisedPort) {
        Properties settings = KafkaSettings.durable(directory, port, FreePort.find());
        KafkaSettings.advertise(settings, advertisedPort);
        return start(directory, settings, port);
    }

    /** Starts a broker that nobody kills, for tests. */
    static KafkaServer startDisposable(Path directory) {
        int port = FreePort.find();
        return start(directory, KafkaSettings.disposable(directory, port, FreePort.find()), port);
    }

    private static KafkaServer start(Path directory, Properties settings, int port) {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(directory);
            }
        } catch (Exception e) { // the formatter declares nothing narrower
            throw new IllegalStateException("Kafka cannot use " + directory, e);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaServer(server, port);
    }

    private static void format(Path directory) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(KafkaSettings.NODE)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                .run();
    }

    /** Host and port, as clients are configured with. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Creates the topics that do not exist, each with this many partitions. */
    public void createTopics(int partitions, String... names) {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Set<String> known = admin.listTopics().names().get();
            List<NewTopic> missing = List.of(names).stream()
                    .filter(name -> !known.contains(name))
                    .map(name -> new NewTopic(name, partitions, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
            awaitTopics(admin, Set.of(names));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were created", e);
        }
    }

    /** The controller answers before the broker has learnt of a new topic; who asks the broker then finds none. */
    private static void awaitTopics(Admin admin, Set<String> names) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + TOPICS_KNOWN_WITHIN.toNanos();
        while (!admin.listTopics().names().get().containsAll(names)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the broker does not know its new topics");
            }
            Thread.sleep(20);
        }
    }

    /** Stops the broker in order. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}

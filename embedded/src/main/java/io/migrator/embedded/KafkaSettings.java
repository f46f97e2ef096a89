package io.migrator.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a broker that is alone, small and durable. */
final class KafkaSettings {

    static final int NODE = 1;

    private KafkaSettings() {}

    static Properties durable(Path directory, int port, int controllerPort) {
        Properties settings = disposable(directory, port, controllerPort);
        quickReturn(settings);
        return settings;
    }

    static Properties disposable(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        listeners(settings, port, controllerPort);
        storage(settings, directory);
        alone(settings);
        small(settings);
        return settings;
    }

    private static void listeners(Properties settings, int port, int controllerPort) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        advertise(settings, port);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    }

    static void advertise(Properties settings, int port) {
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    }

    /**
     * After kill -9 the controller waits for the session's end before it lets the same broker in again: 2 seconds instead of 9.
     * A machine that keeps a process waiting for so long has the broker leave and come back; clients retry.
     */
    private static void quickReturn(Properties settings) {
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private static void storage(Properties settings, Path directory) {
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        // Positions are kept in the database; a record must not vanish before it was read, however long that takes.
        settings.put("log.retention.ms", "-1");
        settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    }

    private static void alone(Properties settings) {
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    /** The log cleaner alone would take 128 MB of a heap that the whole embedded run shares. */
    private static void small(Properties settings) {
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        settings.put("offsets.load.buffer.size", Integer.toString(1024 * 1024));
        settings.put("transaction.state.log.load.buffer.size", Integer.toString(1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
    }
}

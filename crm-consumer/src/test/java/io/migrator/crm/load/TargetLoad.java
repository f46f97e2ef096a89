package io.migrator.crm.load;

import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.embedded.FreePort;
import io.migrator.embedded.KafkaServer;
import io.migrator.embedded.PostgresServer;
import io.migrator.embedded.ServerLoggers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills MIGRATOR.JL, lets the target take it, and prints what a row cost. Arguments: an empty directory for the servers' data,
 * the rows of a pass, and the passes, of {@code insert}, {@code repeat}, {@code update} and {@code notes}. A first, smaller
 * pass warms the JVM up. {@code -Dworkers=N} sets the number of workers. Ends by itself.
 */
public final class TargetLoad implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Path directory;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final Admin admin;
    private long sent;

    private TargetLoad(Path directory) {
        this.directory = directory;
        postgres = PostgresServer.startDurable(directory.resolve("postgres"), FreePort.find());
        kafka = KafkaServer.startDurable(directory.resolve("kafka"), FreePort.find());
        postgres.createDatabase("crm");
        TopicNames topics = TopicNames.OF_THE_CONTRACT;
        kafka.createTopics(PARTITIONS, topics.rows(), topics.answers(), topics.deadLetters());
        admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** @param arguments directory, rows, passes */
    public static void main(String... arguments) throws Exception {
        ServerLoggers.quieten();
        int rows = Integer.parseInt(arguments[1]);
        try (TargetLoad load = new TargetLoad(Files.createDirectories(Path.of(arguments[0])))) {
            load.pass("warm-up", Math.min(rows, 150_000), "warm", "insert", 1);
            for (int i = 2; i < arguments.length; i++) {
                load.pass(arguments[i], rows, "load", arguments[i], i);
            }
        }
        System.exit(0);
    }

    private void pass(String title, int rows, String tenant, String kind, int number) throws Exception {
        int seed = kind.equals("update") ? 1 : 0;
        long sequence = kind.equals("update") ? number : 1;
        send(rows, new LoadRows(TopicNames.OF_THE_CONTRACT.rows(), tenant, kind.equals("notes"), seed, sequence));
        long postmaster = Long.parseLong(Files.readAllLines(directory.resolve("postgres/data/postmaster.pid"))
                .get(0));
        take(title, rows, postmaster);
    }

    private void take(String title, int rows, long postmaster) throws Exception {
        String walBefore = query("SELECT pg_current_wal_lsn()");
        ProcessorTime before = ProcessorTime.now(postmaster);
        long start = System.nanoTime();
        Database database = new Database(postgres.url("crm"), postgres.user(), postgres.password());
        CrmConsumerConfig config = CrmConsumerConfig.of(kafka.bootstrapServers(), database);
        int workers = Integer.getInteger("workers", config.workers());
        try (CrmConsumer consumer = CrmConsumer.start(config.withWorkers(workers))) {
            while (answered() < sent && System.nanoTime() - start < LIMIT_NANOS) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            double wall = (System.nanoTime() - start) / 1e9;
            // Before the connections are closed: the time of a process that has ended is gone.
            ProcessorTime used = ProcessorTime.now(postmaster).since(before);
            String wal = query("SELECT pg_current_wal_lsn() - '" + walBefore + "'::pg_lsn");
            report(title, rows, wall, used, Long.parseLong(wal));
        }
    }

    private void report(String title, int rows, double wall, ProcessorTime used, long wal) {
        double perRow = 1e6 / rows;
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows in %.1f s; µs of processor a row: %.1f Java, %.1f PostgreSQL; WAL %d bytes a row; answered %d of %d%n",
                title,
                rows,
                wall,
                used.total("java ") * perRow,
                (used.total("") - used.total("java ")) * perRow,
                wal / rows,
                answered(),
                sent);
        used.seconds().entrySet().stream()
                .filter(entry -> entry.getValue() * perRow >= 0.3)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry ->
                        System.out.printf(Locale.ROOT, "  %6.1f %s%n", entry.getValue() * perRow, entry.getKey()));
    }

    private void send(int rows, LoadRows messages) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "compression.type", "lz4",
                        "linger.ms", "5",
                        "batch.size", "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            IntStream.rangeClosed(1, rows).forEach(row -> producer.send(messages.message(row)));
        }
        sent += rows;
    }

    private long answered() {
        try {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                    .mapToObj(i -> new TopicPartition(TopicNames.OF_THE_CONTRACT.answers(), i))
                    .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String query(String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url("crm"), postgres.user(), postgres.password());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        admin.close();
        kafka.close();
        postgres.close();
    }
}

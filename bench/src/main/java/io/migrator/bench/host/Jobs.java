package io.migrator.bench.host;

import com.zaxxer.hikari.HikariDataSource;
import io.migrator.api.wire.Topics;
import io.migrator.bench.peer.PeerDatabase;
import io.migrator.bench.peer.PlainPipeline;
import io.migrator.bench.peer.ProducerLoop;
import io.migrator.bench.peer.SpringBatchImport;
import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.embedded.KafkaServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a host can be told to do, by name. What a job needs that is not part of it is made by an earlier one. */
final class Jobs implements AutoCloseable {

    /** As many as the service's embedded broker has. */
    private static final int PARTITIONS = 6;

    private static final String FLOOR_TOPIC = "FLOOR";
    private static final String TENANT = "default";

    private final Servers servers;
    private final KafkaServer kafka;
    private final Clock clock;
    private final List<AutoCloseable> open = new ArrayList<>();
    private @Nullable HikariDataSource database;
    private @Nullable PlainPipeline pipeline;
    private @Nullable UUID loaded;
    private @Nullable Replies replies;
    private @Nullable ProducerLoop producerLoop;
    private List<byte[]> samples = List.of();

    Jobs(Servers servers, KafkaServer kafka, Clock clock) {
        this.servers = servers;
        this.kafka = kafka;
        this.clock = clock;
    }

    void run(String job, List<String> arguments) throws Exception {
        switch (job) {
            case "topics" -> createTopics();
            case "target" -> startTarget();
            case "reset" -> new SpringBatchImport(database(), clock).reset();
            case "import" -> importFile(Path.of(arguments.get(0)), Integer.parseInt(arguments.get(1)));
            case "load" -> loaded = pipeline().load(Path.of(arguments.get(0)), TENANT);
            case "pipeline" -> migrate(Integer.parseInt(arguments.get(0)));
            case "replies" -> prepareReplies(arguments);
            case "release" -> present(replies, "replies").release();
            case "sample" -> samples = MessageSample.read(servers.bootstrapServers(), Topics.ROWS);
            case "floor" -> produce(Integer.parseInt(arguments.get(0)));
            default -> throw new IllegalArgumentException("there is no job " + job);
        }
    }

    private void createTopics() {
        kafka.createTopics(
                PARTITIONS,
                Topics.ROWS,
                Topics.ANSWERS,
                Topics.ROWS_DEAD_LETTERS,
                Topics.ANSWERS_DEAD_LETTERS,
                FLOOR_TOPIC);
    }

    private void startTarget() {
        Database crm = new Database(servers.databaseUrl(), servers.user(), servers.password());
        open.add(CrmConsumer.start(
                CrmConsumerConfig.of(servers.bootstrapServers(), crm).besideItsServers()));
    }

    private HikariDataSource database() {
        HikariDataSource known = database;
        if (known == null) {
            known = PeerDatabase.open(servers.databaseUrl(), servers.user(), servers.password());
            open.add(known);
            database = known;
        }
        return known;
    }

    private PlainPipeline pipeline() {
        PlainPipeline known = pipeline;
        if (known == null) {
            known = new PlainPipeline(database(), servers.bootstrapServers(), TopicNames.OF_THE_CONTRACT);
            open.add(known);
            pipeline = known;
        }
        return known;
    }

    private void importFile(Path file, int rows) {
        SpringBatchImport.Imported imported = new SpringBatchImport(database(), clock).run(file);
        if (imported.written() != rows) {
            throw new IllegalStateException("the import ended with " + imported);
        }
    }

    private void migrate(int rows) {
        PlainPipeline.Counts counts = pipeline().migrate(present(loaded, "loaded file"));
        if (counts.succeeded() != rows) {
            throw new IllegalStateException("the pipeline ended with " + counts);
        }
    }

    private void prepareReplies(List<String> arguments) {
        Replies known = replies;
        if (known == null) {
            known = new Replies(servers.bootstrapServers());
            open.add(known);
            replies = known;
        }
        known.prepare(UUID.fromString(arguments.get(0)), arguments.get(1), Integer.parseInt(arguments.get(2)));
    }

    private void produce(int messages) {
        ProducerLoop known = producerLoop;
        if (known == null) {
            known = new ProducerLoop(servers.bootstrapServers());
            open.add(known);
            producerLoop = known;
        }
        known.send(FLOOR_TOPIC, messages, samples);
    }

    private static <T> T present(@Nullable T made, String what) {
        if (made == null) {
            throw new IllegalStateException("there is no " + what + " yet");
        }
        return made;
    }

    @Override
    public void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }
}

package io.migrator.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.api.wire.WireCodec;
import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.embedded.FreePort;
import io.migrator.embedded.KafkaServer;
import io.migrator.embedded.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class OutageTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final TopicNames TOPICS = TopicNames.OF_THE_CONTRACT;

    private final String url = TestServers.newDatabase();
    private final Installation target = new Installation(url);
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.migrator.crm");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void itWaitsForTheBrokerAndGoesOnAfterTheBrokersRestart(@TempDir Path directory) throws Exception {
        int port = FreePort.find();
        CrmConsumerConfig config = CrmConsumerConfig.of("127.0.0.1:" + port, new Database(url, "", ""))
                .withWorkers(2);
        try (CrmConsumer consumer = CrmConsumer.start(config)) {
            awaitLine("the broker is not ready");
            try (KafkaServer broker = KafkaServer.startDurable(directory, port)) {
                broker.createTopics(2, TOPICS.rows(), TOPICS.answers(), TOPICS.deadLetters());
                send(broker.bootstrapServers(), Rows.customer("EXT-1"));
                assertThat(TopicReading.read(broker.bootstrapServers(), TOPICS.answers(), 1))
                        .hasSize(1);
            }
            try (KafkaServer broker = KafkaServer.startDurable(directory, port)) {
                send(broker.bootstrapServers(), Rows.customer("EXT-2"));
                assertThat(TopicReading.read(broker.bootstrapServers(), TOPICS.answers(), 2))
                        .hasSize(2);
                consumer.close();
            }
        }
    }

    @Test
    void rowsThatComeWhileTheDatabaseIsAwayAreAppliedWhenItIsBack() throws Exception {
        TopicNames topics = new TopicNames(
                TestServers.newTopic("rows", 1), TestServers.newTopic("answers", 1), TestServers.newTopic("dead", 1));
        CrmConsumerConfig config = CrmConsumerConfig.of(TestServers.bootstrapServers(), new Database(url, "", ""))
                .withTopics(topics)
                .withGroupId(topics.rows())
                .withWorkers(1);
        try (CrmConsumer consumer = CrmConsumer.start(config)) {
            send(topics.rows(), TestServers.bootstrapServers(), Rows.customer("EXT-1"));
            TopicReading.read(TestServers.bootstrapServers(), topics.answers(), 1);

            allowConnections(false);
            send(
                    topics.rows(),
                    TestServers.bootstrapServers(),
                    Rows.customer("EXT-1").at(2).with("FIRST_NAME", "Ada"));
            awaitLine("failed and is tried again");
            allowConnections(true);

            assertThat(TopicReading.read(TestServers.bootstrapServers(), topics.answers(), 2))
                    .extracting(record -> target.answer(record.value()).action())
                    .containsExactly(Action.INSERTED, Action.UPDATED);
            assertThat(target.query("SELECT first_name FROM crm.customers")).containsExactly("Ada");
            assertThat(log.list).hasSizeLessThan(30).allSatisfy(event -> {
                assertThat(event.getFormattedMessage()).doesNotContain("Ada").doesNotContain("EXT-1");
                assertThat(event.getThrowableProxy()).isNull();
            });
            consumer.close();
        }
    }

    private void awaitLine(String part) {
        await().atMost(LONG_ENOUGH).until(() -> log.list.stream()
                .anyMatch(event -> event.getFormattedMessage().contains(part)));
    }

    private void allowConnections(boolean allowed) throws SQLException {
        String name = url.replaceAll(".*/(test[0-9]+)\\?.*", "$1");
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name + "?", "/postgres?"));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + allowed);
            if (!allowed) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            }
        }
    }

    private static void send(String bootstrapServers, Rows.Row row) throws Exception {
        send(TOPICS.rows(), bootstrapServers, row);
    }

    private static void send(String topic, String bootstrapServers, Rows.Row row) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = WireCodec.key(row.tenant(), row.externalId()).getBytes(UTF_8);
            producer.send(new ProducerRecord<>(topic, key, new WireCodec().write(row.message())))
                    .get();
        }
    }
}

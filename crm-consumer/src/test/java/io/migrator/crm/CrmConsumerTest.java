package io.migrator.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.api.wire.WireCodec;
import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.embedded.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrmConsumerTest {

    private static final int PARTITIONS = 3;

    private final WireCodec codec = new WireCodec();
    private final String url = TestServers.newDatabase();
    private final Installation installation = new Installation(url);
    private final TopicNames topics = new TopicNames(
            TestServers.newTopic("rows", PARTITIONS),
            TestServers.newTopic("answers", PARTITIONS),
            TestServers.newTopic("dead", 1));
    private final CrmConsumerConfig config = CrmConsumerConfig.of(
                    TestServers.bootstrapServers(), new Database(url, "", ""))
            .withTopics(topics)
            .withGroupId(topics.rows())
            .withWorkers(PARTITIONS);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final List<AutoCloseable> running = new ArrayList<>(List.of(producer));

    @AfterEach
    void closeWhatRuns() throws Exception {
        for (AutoCloseable closeable : running) {
            closeable.close();
        }
    }

    @Test
    void everyRowIsAppliedAndAnsweredUnderItsOwnKey() {
        start();
        List<Rows.Row> rows = IntStream.range(0, 5_000)
                .mapToObj(i -> Rows.customer("EXT-" + i))
                .toList();

        rows.forEach(this::send);

        List<ConsumerRecord<byte[], byte[]>> answers = read(topics.answers(), rows.size());
        assertThat(answers).hasSize(rows.size()).allSatisfy(record -> {
            RowAnswer answer = installation.answer(record.value());
            assertThat(answer.action()).isEqualTo(Action.INSERTED);
            assertThat(new String(record.key(), UTF_8)).startsWith("acme:EXT-");
        });
        assertThat(installation.query("SELECT count(*), count(DISTINCT external_id) FROM crm.customers"))
                .containsExactly("5000 5000");
    }

    @Test
    void aConsumerThatIsStoppedLeavesOffWhereTheNextOneGoesOn() {
        CrmConsumer first = start();
        send(Rows.customer("EXT-1"));
        read(topics.answers(), 1);
        first.close();
        send(Rows.customer("EXT-1").at(2).with("FIRST_NAME", "Ada"));

        start();

        assertThat(read(topics.answers(), 2))
                .extracting(record -> installation.answer(record.value()).action())
                .containsExactlyInAnyOrder(Action.INSERTED, Action.UPDATED);
    }

    @Test
    void whatCannotBeReadIsSetAsideAndHoldsNothingUp() {
        start();
        producer.send(new ProducerRecord<>(topics.rows(), 0, "key".getBytes(UTF_8), "{ not JSON".getBytes(UTF_8)));
        producer.send(new ProducerRecord<>(topics.rows(), 0, null, null));
        producer.send(new ProducerRecord<>(
                topics.rows(), 0, null, codec.write(Rows.customer("EXT-1").message())));

        assertThat(read(topics.answers(), 1)).hasSize(1);
        List<ConsumerRecord<byte[], byte[]>> dead = read(topics.deadLetters(), 2);
        assertThat(dead).hasSize(2);
        ConsumerRecord<byte[], byte[]> letter = dead.get(0);
        assertThat(letter.key()).isEqualTo("key".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo("{ not JSON".getBytes(UTF_8));
        assertThat(header(letter, DeadLetterHeaders.CODE)).isEqualTo("MESSAGE_UNREADABLE");
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("not JSON of the contract, at line 1, column 3");
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(topics.rows());
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
    }

    private CrmConsumer start() {
        CrmConsumer consumer = CrmConsumer.start(config);
        running.add(consumer);
        return consumer;
    }

    private void send(Rows.Row row) {
        byte[] key = WireCodec.key(row.tenant(), row.externalId()).getBytes(UTF_8);
        producer.send(new ProducerRecord<>(topics.rows(), key, codec.write(row.message())));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int atLeast) {
        return TopicReading.read(TestServers.bootstrapServers(), topic, atLeast);
    }
}

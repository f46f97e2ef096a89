package io.migrator.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.migrator.embedded.TestServers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class FloorsTest {

    private static final int ROWS = 3_500;

    @TempDir
    Path directory;

    private final HikariDataSource database = PeerDatabase.open(TestServers.newDatabase(), "", "");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void recordsAreStoredMarkedAndWrittenOutAsTheyWere() throws Exception {
        Path csv = CustomerFiles.write(directory.resolve("a.csv"), CustomerFiles.rows(ROWS));
        Path prepared = directory.resolve("a.copy");
        CopyFloor copy = new CopyFloor(database);
        copy.reset();

        assertThat(copy.prepare(csv, prepared)).isEqualTo(ROWS);
        assertThat(copy.load(prepared)).isEqualTo(ROWS);
        assertThat(new UpdateFloor(database, 1_000).mark(ROWS)).isEqualTo(ROWS);
        assertThat(new JdbcTemplate(database)
                        .queryForObject(
                                "select count(*) from floor_rows where status_id = 3 and assigned_id = (100000 + row_no)::text",
                                Integer.class))
                .isEqualTo(ROWS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new CopyOutFloor(database).write(out)).isEqualTo(ROWS);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(ROWS)
                .element(16)
                .isEqualTo(CustomerFiles.row(17) + "\t100017\t100017\t1000017\t\\N");
    }

    @Test
    void aTableIsEmptiedForTheNextRound() throws Exception {
        Path prepared = directory.resolve("a.copy");
        CopyFloor copy = new CopyFloor(database);
        copy.prepare(CustomerFiles.write(directory.resolve("a.csv"), CustomerFiles.rows(2)), prepared);

        for (int round = 0; round < 2; round++) {
            copy.reset();
            copy.load(prepared);
        }

        assertThat(new JdbcTemplate(database).queryForObject("select count(*) from floor_rows", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void aRecordMayTakeSeveralLinesAndBlankLinesAreNone() throws Exception {
        String record = CustomerFiles.row(1).replace("1 Harbour St", "\"Unit 4\n\n1 \"\"Harbour\"\"\nSt\"");
        Path csv = CustomerFiles.write(directory.resolve("a.csv"), List.of(record, "", CustomerFiles.row(2)));
        CopyFloor copy = new CopyFloor(database);
        copy.reset();

        copy.prepare(csv, directory.resolve("a.copy"));
        copy.load(directory.resolve("a.copy"));

        assertThat(new JdbcTemplate(database)
                        .queryForList("select record from floor_rows order by row_no", String.class))
                .containsExactly(record, CustomerFiles.row(2));
    }

    @Test
    void everyMessageIsInTheTopicWhenTheLoopReturns() {
        String topic = TestServers.newTopic("floor", 3);
        List<byte[]> values = ProducerLoop.values(600, 1);

        try (ProducerLoop loop = new ProducerLoop(TestServers.bootstrapServers())) {
            loop.send(topic, ROWS, values);
        }

        assertThat(values).hasSize(1_000).allMatch(value -> value.length == 600);
        assertThat(inTopic(topic)).isEqualTo(ROWS);
    }

    private static long inTopic(String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}

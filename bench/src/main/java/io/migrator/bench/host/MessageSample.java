package io.migrator.bench.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Some of the messages that lie in a topic: what is sent for comparison shall be as large and as compressible. */
final class MessageSample {

    private static final int MESSAGES = 2_000;
    private static final Duration POLL = Duration.ofSeconds(5);

    private MessageSample() {}

    static List<byte[]> read(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MESSAGES);
        List<byte[]> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.poll(POLL).forEach(message -> found.add(message.value()));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing lies in " + topic);
        }
        return found;
    }
}

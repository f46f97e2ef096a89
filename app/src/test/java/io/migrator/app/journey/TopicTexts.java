package io.migrator.app.journey;

import io.migrator.embedded.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every record of every topic of the broker as text: key, value and headers. */
final class TopicTexts {

    private static final Map<String, Object> CONFIGURATION = Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.bootstrapServers(),
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);

    private TopicTexts() {}

    /** Reads up to where the topics end now. */
    static void read(BiConsumer<String, String> found) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(CONFIGURATION)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> {
                    found.accept(message.topic(), text(message.key()));
                    found.accept(message.topic(), text(message.value()));
                    for (Header header : message.headers()) {
                        found.accept(message.topic(), header.key() + " " + text(header.value()));
                    }
                });
            }
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}

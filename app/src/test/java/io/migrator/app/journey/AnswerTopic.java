package io.migrator.app.journey;

import io.migrator.api.wire.Topics;
import io.migrator.embedded.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Where the target answers; anybody may write there, and anything. */
public final class AnswerTopic {

    private AnswerTopic() {}

    /** Writes messages as they are, after whatever the target has written. */
    public static void send(String... values) {
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // Closing waits until all have been written.
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(configuration)) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.ANSWERS, "key", value.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
    }
}

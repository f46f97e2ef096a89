package io.migrator.saga.deadletters;

import io.migrator.api.Rejection;
import io.migrator.saga.kafka.RecordSender;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Reads a dead letter where it lies and sends it, as it is, to the topic it came from. */
@Component
class Redelivery {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> consumers;
    private final RecordSender sender;

    Redelivery(ConsumerFactory<String, byte[]> consumers, RecordSender sender) {
        this.consumers = consumers;
        this.sender = sender;
    }

    /**
     * @throws Rejection {@code DEAD_LETTER_GONE} when the topic no longer holds the record
     */
    void send(DeadLetter letter) {
        ConsumerRecord<String, byte[]> found = read(letter);
        sender.sendAndWait(List.of(new ProducerRecord<>(letter.sourceTopic(), found.key(), found.value())));
    }

    private ConsumerRecord<String, byte[]> read(DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, letter.offset());
            for (ConsumerRecord<String, byte[]> found : consumer.poll(PATIENCE).records(partition)) {
                if (found.offset() == letter.offset()) {
                    return found;
                }
            }
            throw gone();
        } catch (OffsetOutOfRangeException e) {
            throw gone();
        }
    }

    private static Rejection gone() {
        return new Rejection(
                Rejection.Kind.CONFLICT, "DEAD_LETTER_GONE", "The dead-letter topic no longer holds this record.");
    }
}

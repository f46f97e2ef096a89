package io.migrator.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.migrator.api.wire.DeadLetterHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record that is set aside, as it is written to the dead-letter topic. */
final class DeadLetter {

    /** The record is not a message of the contract. */
    static final String UNREADABLE = "MESSAGE_UNREADABLE";

    // Below the megabyte that brokers and producers take unless told otherwise.
    private static final int LIMIT = 900_000;

    private DeadLetter() {}

    /**
     * The original key and value, the reason, and where the record stood. A record that is too large to be written once more
     * is left where it is, and the dead letter has no value.
     */
    static ProducerRecord<byte[], byte[]> of(
            String topic, ConsumerRecord<byte[], byte[]> record, String code, String reason) {
        int keySize = size(record.key());
        int valueSize = size(record.value());
        boolean fits = keySize + valueSize <= LIMIT;
        ProducerRecord<byte[], byte[]> letter = fits
                ? new ProducerRecord<>(topic, null, record.key(), record.value())
                : new ProducerRecord<>(topic, null, null, null);
        String whole = fits ? reason : reason + "; too large to be copied: " + (keySize + valueSize) + " bytes";
        header(letter, DeadLetterHeaders.CODE, code);
        header(letter, DeadLetterHeaders.REASON, whole);
        header(letter, DeadLetterHeaders.TOPIC, record.topic());
        header(letter, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        header(letter, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        return letter;
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}

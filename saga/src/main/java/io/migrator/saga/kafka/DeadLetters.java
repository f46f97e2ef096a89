package io.migrator.saga.kafka;

import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Answers of one poll that cannot be read or placed, on their way to the dead-letter topic. Collected by one thread, then sent in
 * one go before the poll's transaction commits: a crash in between sends them twice, never not at all.
 */
public final class DeadLetters {

    /** With its headers a letter stays below what a broker takes by default (1 MiB). */
    private static final int LARGEST_VALUE = 900_000;

    private static final String TOO_LARGE = "; too large for this topic, it stands where it came from";

    private final List<ProducerRecord<String, byte[]>> letters = new ArrayList<>();

    /**
     * Sets a record aside.
     *
     * @param code stable, upper case
     * @param reason in words, without content of the record
     */
    public void add(ConsumerRecord<String, byte[]> refused, String code, String reason) {
        byte[] value = refused.value();
        boolean isTooLarge = value != null && value.length > LARGEST_VALUE;
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.ANSWERS_DEAD_LETTERS, refused.key(), isTooLarge ? null : value);
        header(letter, DeadLetterHeaders.CODE, code);
        header(letter, DeadLetterHeaders.REASON, isTooLarge ? reason + TOO_LARGE : reason);
        header(letter, DeadLetterHeaders.TOPIC, refused.topic());
        header(letter, DeadLetterHeaders.PARTITION, Integer.toString(refused.partition()));
        header(letter, DeadLetterHeaders.OFFSET, Long.toString(refused.offset()));
        letters.add(letter);
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** How many were set aside. */
    public int size() {
        return letters.size();
    }

    /** Sends what was set aside and waits for every acknowledgement. */
    public void send(RecordSender sender) {
        sender.sendAndWait(letters);
        letters.clear();
    }
}

package io.migrator.saga.kafka;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one poll that cannot be read or placed, on their way to the dead-letter topic. Collected by one thread, then sent in
 * one go before the poll's transaction commits: a crash in between sends them twice, never not at all.
 */
public final class DeadLetters {

    /** With its headers a letter stays below what a broker takes by default (1 MiB). */
    private static final int LARGEST_VALUE = 900_000;

    private static final String TOO_LARGE = "; too large for this topic, it stands where it came from";
    private static final String CARD_NUMBER = "; holds a card number, it stands where it came from";

    private final List<ProducerRecord<String, byte[]>> letters = new ArrayList<>();

    /**
     * Sets a record aside.
     *
     * @param code stable, upper case
     * @param reason in words, without content of the record
     */
    public void add(ConsumerRecord<String, byte[]> refused, String code, String reason) {
        add(refused, code, reason, whyLeftBehind(refused));
    }

    /** The same for a record that is known to hold a card number, however it is written there. */
    public void addWithoutContent(ConsumerRecord<String, byte[]> refused, String code, String reason) {
        add(refused, code, reason, CARD_NUMBER);
    }

    private void add(ConsumerRecord<String, byte[]> refused, String code, String reason, String left) {
        boolean isCopied = left.isEmpty();
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.ANSWERS_DEAD_LETTERS, masked(refused.key()), isCopied ? refused.value() : null);
        header(letter, DeadLetterHeaders.CODE, code);
        header(letter, DeadLetterHeaders.REASON, reason + left);
        header(letter, DeadLetterHeaders.TOPIC, refused.topic());
        header(letter, DeadLetterHeaders.PARTITION, Integer.toString(refused.partition()));
        header(letter, DeadLetterHeaders.OFFSET, Long.toString(refused.offset()));
        letters.add(letter);
    }

    /** Nothing when the record's value can be copied. */
    private static String whyLeftBehind(ConsumerRecord<String, byte[]> refused) {
        byte[] value = refused.value();
        if (value != null && value.length > LARGEST_VALUE) {
            return TOO_LARGE;
        }
        boolean hasCard = value != null && CardNumbers.isIn(new String(value, StandardCharsets.UTF_8));
        return hasCard ? CARD_NUMBER : "";
    }

    private static @Nullable String masked(@Nullable String key) {
        return key == null ? null : CardNumbers.masked(key);
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

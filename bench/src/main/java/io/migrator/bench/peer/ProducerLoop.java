package io.migrator.bench.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least that bringing messages to Kafka takes: a loop like that of {@code kafka-producer-perf-test}, with the service's settings
 * (acks=all, idempotent, lz4, linger, batch size), a key per message, and a flush at the end. The messages are made before.
 */
public final class ProducerLoop implements AutoCloseable {

    private static final int LETTERS = 26;

    private final Producer<byte[], byte[]> producer;

    public ProducerLoop(String bootstrapServers) {
        producer = PeerKafka.producer(bootstrapServers);
    }

    /** A thousand values of this size, capital letters by chance as the perf test has them; the same for the same seed. */
    public static List<byte[]> values(int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 1_000).mapToObj(any -> value(size, random)).toList();
    }

    private static byte[] value(int size, Random random) {
        byte[] value = new byte[size];
        for (int i = 0; i < size; i++) {
            value[i] = (byte) ('A' + random.nextInt(LETTERS));
        }
        return value;
    }

    /**
     * Sends messages and returns when all are acknowledged.
     *
     * @param values taken in turn
     * @throws IllegalStateException when one was not acknowledged
     */
    public void send(String topic, int messages, List<byte[]> values) {
        AtomicReference<Exception> fault = new AtomicReference<>();
        for (int i = 0; i < messages; i++) {
            byte[] key = ("default:C-" + i).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, key, values.get(i % values.size())), (acknowledged, cause) -> {
                if (cause != null) {
                    fault.set(cause);
                }
            });
        }
        producer.flush();
        if (fault.get() != null) {
            throw new IllegalStateException("a message was not acknowledged", fault.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

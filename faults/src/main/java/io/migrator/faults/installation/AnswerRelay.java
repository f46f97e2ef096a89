package io.migrator.faults.installation;

import io.migrator.api.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A bad postman between the target and {@code JL.MIGRATOR}: brings answers out of order, some late and some twice, but loses none.
 * The target answers on {@link #TARGET_ANSWERS}. One thread.
 */
public final class AnswerRelay implements AutoCloseable {

    /** Where the target answers. */
    public static final String TARGET_ANSWERS = "CRM.ANSWERS";

    private static final double TWICE = 0.03;
    private static final double LATE = 0.03;
    private static final int LATEST_MILLIS = 4_000;
    private static final Duration POLL = Duration.ofMillis(20);

    private final String bootstrapServers;
    private final Random random = new Random(1);
    private final Thread thread = new Thread(this::run, "answer-relay");
    private final AtomicLong handedOn = new AtomicLong();
    private volatile boolean isOpen = true;
    private volatile boolean isAtEnd;

    private record Held(long due, ConsumerRecord<byte[], byte[]> answer) {}

    private AnswerRelay(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts it. */
    public static AnswerRelay start(String bootstrapServers) {
        AnswerRelay relay = new AnswerRelay(bootstrapServers);
        relay.thread.setDaemon(true);
        relay.thread.start();
        return relay;
    }

    private void run() {
        PriorityQueue<Held> late = new PriorityQueue<>(Comparator.comparingLong(Held::due));
        try (KafkaConsumer<byte[], byte[]> in = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> out = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "enable.idempotence",
                                true,
                                "delivery.timeout.ms",
                                Integer.MAX_VALUE),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<TopicPartition> partitions = in.partitionsFor(TARGET_ANSWERS).stream()
                    .map(partition -> new TopicPartition(TARGET_ANSWERS, partition.partition()))
                    .toList();
            in.assign(partitions);
            in.seekToBeginning(partitions);
            while (isOpen) {
                List<ConsumerRecord<byte[], byte[]>> due = new ArrayList<>();
                long now = System.nanoTime();
                in.poll(POLL).forEach(answer -> {
                    if (random.nextDouble() < LATE) {
                        late.add(new Held(now + random.nextInt(LATEST_MILLIS) * 1_000_000L, answer));
                    } else {
                        due.add(answer);
                    }
                    if (random.nextDouble() < TWICE) {
                        late.add(new Held(now + random.nextInt(LATEST_MILLIS) * 1_000_000L, answer));
                    }
                });
                boolean isNothingNew = due.isEmpty();
                while (!late.isEmpty() && late.peek().due() <= now) {
                    due.add(late.remove().answer());
                }
                Collections.shuffle(due, random);
                due.forEach(answer -> out.send(new ProducerRecord<>(Topics.ANSWERS, answer.key(), answer.value())));
                if (!due.isEmpty()) {
                    out.flush();
                    handedOn.addAndGet(due.size());
                }
                isAtEnd = isNothingNew && late.isEmpty();
            }
        } catch (InterruptException e) {
            // it is closed
        }
    }

    /** Whether it holds nothing back and found nothing new. */
    public boolean isAtEnd() {
        return isAtEnd;
    }

    /** How many answers it has handed on, the doubled ones twice. */
    public long handedOn() {
        return handedOn.get();
    }

    @Override
    public void close() {
        isOpen = false;
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}

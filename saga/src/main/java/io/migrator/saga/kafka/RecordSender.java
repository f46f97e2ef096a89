package io.migrator.saga.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;

/**
 * Sends records and comes back when the broker has acknowledged every one (acks=all). Safe for use by several threads, which
 * share one producer.
 */
public final class RecordSender {

    private final ProducerFactory<String, byte[]> producers;
    private final Duration acknowledgementTimeout;

    RecordSender(ProducerFactory<String, byte[]> producers, Duration acknowledgementTimeout) {
        this.producers = producers;
        this.acknowledgementTimeout = acknowledgementTimeout;
    }

    /**
     * Sends all the records, in this order per partition.
     *
     * @throws KafkaException when one of them was not acknowledged; others may have been, so the caller sends all again
     */
    public void sendAndWait(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
            for (ProducerRecord<String, byte[]> sent : records) {
                Future<RecordMetadata> acknowledgement = producer.send(sent);
                acknowledgements.add(acknowledgement);
                if (acknowledgement.isDone()) {
                    // a broker that is away fails each record after a long wait: the first one is enough
                    await(List.of(acknowledgement));
                }
            }
            // nothing follows that a batch could wait for
            producer.flush();
            await(acknowledgements);
        }
    }

    private void await(List<Future<RecordMetadata>> acknowledgements) {
        long deadline = System.nanoTime() + acknowledgementTimeout.toNanos();
        try {
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("a record was not acknowledged", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("a record was not acknowledged within " + acknowledgementTimeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for acknowledgements", e);
        }
    }
}

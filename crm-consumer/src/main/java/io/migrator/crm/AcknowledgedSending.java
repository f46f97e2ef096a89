package io.migrator.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends records and returns when the broker has acknowledged every one. Safe to use from any thread. */
final class AcknowledgedSending {

    private final Producer<byte[], byte[]> producer;

    AcknowledgedSending(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** @throws KafkaException when one was not acknowledged; others may have been */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            Future<RecordMetadata> future = producer.send(record);
            if (future.isDone()) {
                // A send that fails at once has waited for the broker; the others would each wait as long.
                check(future);
            }
            sent.add(future);
        }
        producer.flush();
        sent.forEach(AcknowledgedSending::check);
    }

    private static void check(Future<RecordMetadata> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a record was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

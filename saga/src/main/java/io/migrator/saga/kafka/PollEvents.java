package io.migrator.saga.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.messaging.MetaData;

/** The one event that stands for a poll, with the position after its last record. */
final class PollEvents {

    private PollEvents() {}

    static KafkaEventMessage of(TrackingToken token, List<ConsumerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            // nothing but a transaction's markers: no answer, and yet a position to be stored
            return new KafkaEventMessage(
                    new GenericTrackedEventMessage<>(token, new GenericEventMessage<>(new PolledRecords(records))),
                    0,
                    0,
                    0);
        }
        ConsumerRecord<String, byte[]> last = records.get(records.size() - 1);
        String identifier = last.topic() + "-" + last.partition() + "-" + last.offset();
        return new KafkaEventMessage(
                new GenericTrackedEventMessage<>(
                        token,
                        new GenericEventMessage<>(
                                identifier,
                                new PolledRecords(records),
                                MetaData.emptyInstance(),
                                Instant.ofEpochMilli(last.timestamp()))),
                last.partition(),
                last.offset(),
                last.timestamp());
    }

    /** How many records the poll has. */
    static int size(KafkaEventMessage poll) {
        return records(poll).size();
    }

    /** Two polls as one; the second followed the first, so that its position stands for both. */
    static KafkaEventMessage joined(KafkaEventMessage first, KafkaEventMessage second) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records(first));
        records.addAll(records(second));
        return of(second.value().trackingToken(), records);
    }

    private static List<ConsumerRecord<String, byte[]>> records(KafkaEventMessage poll) {
        return ((PolledRecords) poll.value().getPayload()).records();
    }
}

package io.migrator.saga.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The payload of the one event that stands for one poll: its records in poll order, which is the order of offsets within each
 * partition. Never stored.
 */
public record PolledRecords(List<ConsumerRecord<String, byte[]>> records) {

    public PolledRecords {
        records = List.copyOf(records);
    }
}

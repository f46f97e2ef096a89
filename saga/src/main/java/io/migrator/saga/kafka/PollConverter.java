package io.migrator.saga.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.RecordConverter;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;

/**
 * Makes one event of one poll, with the token that stands after its last record: the token is stored with what the handler
 * did, so a poll is taken in whole or not at all. One per open stream, used by the fetching thread alone.
 */
final class PollConverter implements RecordConverter<String, byte[], KafkaEventMessage> {

    private KafkaTrackingToken token;

    PollConverter(KafkaTrackingToken token) {
        this.token = token;
    }

    @Override
    public List<KafkaEventMessage> convert(ConsumerRecords<String, byte[]> polled) {
        Map<TopicPartition, Long> positions = new HashMap<>(token.getPositions());
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
        for (ConsumerRecord<String, byte[]> polledRecord : polled) {
            records.add(polledRecord);
        }
        // the next offset also steps over a transaction's markers, which are no records
        polled.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset() - 1));
        if (positions.equals(token.getPositions())) {
            return List.of();
        }
        token = KafkaTrackingToken.newInstance(positions);
        return List.of(PollEvents.of(token, records));
    }
}

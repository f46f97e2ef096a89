package io.migrator.saga.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.RecordConverter;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;

/**
 * Makes events of polls, with the token that stands after the last record: the token is stored with what the handler did, so what
 * an event holds is taken in whole or not at all. One per open stream, used by the fetching thread alone.
 *
 * <p>An event costs every processor a transaction, whether it holds ten answers or thousands. So polls that follow closely upon an
 * event are gathered, until they are many or {@link #PAUSE} is over. An answer that comes alone is handed on at once.
 */
final class PollConverter implements RecordConverter<String, byte[], KafkaEventMessage> {

    /** Between two events, unless there are many records; up to a poll's timeout longer when no more of them come. */
    static final Duration PAUSE = Duration.ofMillis(200);

    private final int many;
    private final LongSupplier nanoTime;
    private KafkaTrackingToken token;
    private Map<TopicPartition, Long> positions;
    private List<ConsumerRecord<String, byte[]>> gathered = new ArrayList<>();
    private long quietUntil;

    /**
     * @param token where the stream begins
     * @param many records that do not wait for more
     * @param nanoTime {@link System#nanoTime}, or another clock in a test
     */
    PollConverter(KafkaTrackingToken token, int many, LongSupplier nanoTime) {
        this.token = token;
        this.many = many;
        this.nanoTime = nanoTime;
        positions = new HashMap<>(token.getPositions());
        quietUntil = nanoTime.getAsLong();
    }

    @Override
    public List<KafkaEventMessage> convert(ConsumerRecords<String, byte[]> polled) {
        polled.forEach(gathered::add);
        // the next offset also steps over a transaction's markers, which are no records
        polled.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset() - 1));
        if (positions.equals(token.getPositions()) || !isTime()) {
            return List.of();
        }
        token = KafkaTrackingToken.newInstance(Map.copyOf(positions));
        List<ConsumerRecord<String, byte[]>> records = gathered;
        gathered = new ArrayList<>();
        quietUntil = nanoTime.getAsLong() + PAUSE.toNanos();
        return List.of(PollEvents.of(token, records));
    }

    private boolean isTime() {
        return gathered.size() >= many || nanoTime.getAsLong() - quietUntil >= 0;
    }
}

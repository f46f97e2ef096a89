package io.migrator.saga.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.ConsumerFactory;
import org.axonframework.extensions.kafka.eventhandling.consumer.Fetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaMessageStream;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Topics as a source of events for a tracking event processor, one {@link PolledRecords} for one or several polls, on the
 * extension's consumer factory, fetcher, token and stream. The position is the processor's token and nothing else: consumers have
 * no group and commit nothing.
 *
 * <p>A partition without a position is read from its beginning. A position that the broker no longer holds fails the stream, and
 * every attempt to open it again: answers are missing then, and nothing may go on as if they were not.
 */
public final class PolledRecordsSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final int BUFFERED_POLLS = 4;

    private final Set<String> topics;
    private final ConsumerFactory<String, byte[]> consumers;
    private final Fetcher<String, byte[], KafkaEventMessage> fetcher;
    private final int mostRecords;
    private final Map<PollBuffer, Set<TopicPartition>> open = new ConcurrentHashMap<>();

    /** @param mostRecords of one event, when polls that wait are joined */
    PolledRecordsSource(
            Set<String> topics,
            ConsumerFactory<String, byte[]> consumers,
            Fetcher<String, byte[], KafkaEventMessage> fetcher,
            int mostRecords) {
        this.topics = Set.copyOf(topics);
        this.consumers = consumers;
        this.fetcher = fetcher;
        this.mostRecords = mostRecords;
    }

    /** The topics it reads. */
    public Set<String> topics() {
        return topics;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
        KafkaTrackingToken token = KafkaTrackingToken.from(position);
        Consumer<String, byte[]> consumer = consumers.createConsumer(null);
        try {
            Set<TopicPartition> partitions = seek(consumer, token);
            PollBuffer buffer = new PollBuffer(BUFFERED_POLLS, mostRecords);
            PollConverter converter = new PollConverter(token, Math.max(1, mostRecords / 2), System::nanoTime);
            var fetching = fetcher.poll(consumer, converter, buffer::putAll, buffer::setException);
            open.put(buffer, partitions);
            KafkaMessageStream stream = new KafkaMessageStream(buffer, () -> {
                open.remove(buffer);
                boolean cancelled = fetching.cancel();
                buffer.close();
                return cancelled;
            });
            return new PolledStream(stream, buffer);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private Set<TopicPartition> seek(Consumer<String, byte[]> consumer, KafkaTrackingToken token) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = consumer.partitionsFor(topic);
            if (found == null || found.isEmpty()) {
                throw new IllegalStateException("the topic " + topic + " is not there yet");
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            Long last = token.getPositions().get(partition);
            consumer.seek(partition, last == null ? beginnings.getOrDefault(partition, 0L) : last + 1);
        }
        return Set.copyOf(partitions);
    }

    /** Makes streams that do not read all of these partitions fail, so that the processor opens them anew. */
    public void reopenUnlessReading(Set<TopicPartition> partitions) {
        open.forEach((buffer, reading) -> {
            if (!reading.containsAll(partitions)) {
                buffer.setException(new IllegalStateException("the topics " + topics + " have new partitions"));
            }
        });
    }

    /** No position: the beginning of every partition. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        throw new UnsupportedOperationException("answers are never skipped");
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw new UnsupportedOperationException("answers are never skipped");
    }

    @Override
    public TrackingToken createTokenSince(java.time.Duration duration) {
        throw new UnsupportedOperationException("answers are never skipped");
    }
}

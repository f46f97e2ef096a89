package io.migrator.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class PollBufferTest {

    private final PollBuffer buffer = new PollBuffer(2, 3);

    @Test
    void pollsComeOutAsTheyWentInWhateverTheirTimestamps() throws InterruptedException {
        buffer.putAll(List.of(poll(1, 2_000), poll(2, 1_000)));
        assertThat(buffer.take().offset()).isEqualTo(1);
        assertThat(buffer.take().offset()).isEqualTo(2);
    }

    @Test
    void anEmptyBufferAnswersNothingWhenTheTimeIsUp() throws InterruptedException {
        assertThat(buffer.poll(1, TimeUnit.MILLISECONDS)).isNull();
        assertThat(buffer.peek()).isNull();
    }

    @Test
    void aFailureComesAfterWhatWasFetchedBeforeIt() throws InterruptedException {
        buffer.put(poll(1, 0));
        buffer.setException(new IllegalStateException("the broker is away"));
        assertThat(buffer.take().offset()).isEqualTo(1);
        assertThatThrownBy(buffer::take).hasMessage("the broker is away");
    }

    @Test
    void whoeverAskedIsToldOfEveryArrival() throws InterruptedException {
        AtomicInteger arrivals = new AtomicInteger();
        buffer.onArrival(arrivals::incrementAndGet);
        buffer.put(poll(1, 0));
        buffer.setException(new IllegalStateException("the broker is away"));
        assertThat(arrivals).hasValue(2);
    }

    @Test
    void aFullBufferHoldsTheFetchingThreadBackAndClosingLetsItGo() throws InterruptedException {
        buffer.putAll(List.of(poll(1, 0), poll(2, 0)));
        Thread fetching = new Thread(this::putAnother, "fetching");
        fetching.start();
        await().until(() -> fetching.getState() == Thread.State.WAITING);

        buffer.close();

        fetching.join(10_000);
        assertThat(fetching.isAlive()).isFalse();
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void smallPollsThatWaitAreJoinedAndKeepTheirOrderAndTheLastPosition() throws InterruptedException {
        buffer.putAll(List.of(poll(1, 0, 11), poll(2, 0, 12, 13), poll(3, 0, 14), poll(4, 0, 15)));

        assertThat(buffer.size()).isEqualTo(2);
        assertThat(buffer.take()).satisfies(poll -> {
            assertThat(offsets(poll)).containsExactly(11L, 12L, 13L);
            assertThat(poll.value().trackingToken()).isEqualTo(position(2));
        });
        assertThat(buffer.take()).satisfies(poll -> {
            assertThat(offsets(poll)).containsExactly(14L, 15L);
            assertThat(poll.value().trackingToken()).isEqualTo(position(4));
        });
    }

    private static List<Long> offsets(KafkaEventMessage poll) {
        return ((PolledRecords) poll.value().getPayload())
                .records().stream().map(ConsumerRecord::offset).toList();
    }

    private void putAnother() {
        try {
            buffer.put(poll(3, 0, 5, 6, 7));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A poll of these offsets, or of as many records as are never joined. */
    private static KafkaEventMessage poll(long number, long timestamp, long... offsets) {
        List<ConsumerRecord<String, byte[]>> records = LongStream.of(
                        offsets.length == 0 ? new long[] {1, 2, 3} : offsets)
                .mapToObj(offset -> new ConsumerRecord<>("answers", 0, offset, "key", new byte[0]))
                .toList();
        return new KafkaEventMessage(
                new GenericTrackedEventMessage<>(
                        position(number), new GenericEventMessage<>(new PolledRecords(records))),
                0,
                number,
                timestamp);
    }

    private static KafkaTrackingToken position(long offset) {
        return KafkaTrackingToken.newInstance(Map.of(new TopicPartition("answers", 0), offset));
    }
}

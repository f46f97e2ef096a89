package io.migrator.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class PollBufferTest {

    private final PollBuffer buffer = new PollBuffer(2);

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

    private void putAnother() {
        try {
            buffer.put(poll(3, 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static KafkaEventMessage poll(long offset, long timestamp) {
        return new KafkaEventMessage(
                new GenericTrackedEventMessage<>(
                        KafkaTrackingToken.emptyToken(), new GenericEventMessage<>(new PolledRecords(List.of()))),
                0,
                offset,
                timestamp);
    }
}

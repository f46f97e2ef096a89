package io.migrator.saga.kafka;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaMessageStream;

/**
 * The extension's stream, which in addition says when a poll has come: without that, a processor that has caught up looks twice a
 * second only. Used by one processor.
 */
final class PolledStream implements BlockingStream<TrackedEventMessage<?>> {

    private final KafkaMessageStream stream;
    private final PollBuffer buffer;

    PolledStream(KafkaMessageStream stream, PollBuffer buffer) {
        this.stream = stream;
        this.buffer = buffer;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        buffer.onArrival(callback);
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
        return stream.nextAvailable();
    }

    @Override
    public void close() {
        stream.close();
    }
}

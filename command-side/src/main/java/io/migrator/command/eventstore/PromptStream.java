package io.migrator.command.eventstore;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** A stream of the event store that passes the signal of an arrival on. Used by one processor. */
final class PromptStream implements TrackingEventStream {

    private final TrackingEventStream stream;
    private final Arrivals arrivals;
    private @Nullable Runnable listener;

    PromptStream(TrackingEventStream stream, Arrivals arrivals) {
        this.stream = stream;
        this.arrivals = arrivals;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        forget();
        listener = callback;
        arrivals.tell(callback);
        return true;
    }

    /**
     * A stream that has caught up changes over to the events kept in memory and says "nothing there" once without having looked
     * at them; an event that came just before would go unseen until the next one. So it is asked again.
     */
    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return stream.hasNextAvailable(timeout, unit) || stream.hasNextAvailable(0, unit);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return stream.nextAvailable();
    }

    @Override
    public void close() {
        forget();
        stream.close();
    }

    private void forget() {
        if (listener != null) {
            arrivals.forget(listener);
            listener = null;
        }
    }
}

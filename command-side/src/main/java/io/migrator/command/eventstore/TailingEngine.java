package io.migrator.command.eventstore;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in PostgreSQL, and signals when the one reader that follows the head of the stream for all processors has taken
 * over other events: only then do their streams show them.
 *
 * <p>That reader comes again at once as long as it finds something. It is given what one statement finds, and asks at once after a
 * pause or a full batch, and else every {@value #PACE_MILLIS} milliseconds: what comes meanwhile is read together, and to ask until
 * nothing is left would cost two statements more each time.
 */
final class TailingEngine extends JdbcEventStorageEngine {

    private static final long PACE_MILLIS = 10;
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);

    private final Arrivals arrivals;
    /** Of the head's reader alone, which is one thread. */
    private long askedAt = System.nanoTime() - PACE_NANOS;
    /** Of the head's reader alone. */
    private boolean isBatchFull;

    TailingEngine(JdbcEventStorageEngine.Builder builder, Arrivals arrivals) {
        super(builder);
        this.arrivals = arrivals;
    }

    /** @param mayBlock given by the reader at the head only */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken position, boolean mayBlock) {
        Stream<? extends TrackedEventMessage<?>> events = super.readEvents(position, mayBlock);
        return mayBlock
                ? StreamSupport.stream(new Signalling<>(events.spliterator()), false)
                        .onClose(events::close)
                : events;
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken position, boolean mayBlock) {
        return mayBlock ? oneBatch(position) : super.readEventData(position, false);
    }

    private Stream<? extends TrackedEventData<?>> oneBatch(@Nullable TrackingToken position) {
        if (!isBatchFull) {
            keepPace();
        }
        askedAt = System.nanoTime();
        List<? extends TrackedEventData<?>> batch = fetchTrackedEvents(position, batchSize());
        isBatchFull = isFull(batch, position);
        return batch.stream();
    }

    /** The statement reads a stretch of numbers, some of which may be missing: more may follow when its end was reached. */
    private boolean isFull(List<? extends TrackedEventData<?>> batch, @Nullable TrackingToken position) {
        if (batch.isEmpty() || position == null) {
            return !batch.isEmpty();
        }
        long end = position.position().orElse(0) + batchSize();
        return batch.get(batch.size() - 1).trackingToken().position().orElse(end) >= end;
    }

    private void keepPace() {
        long left = askedAt + PACE_NANOS - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    /** Signals when events have been taken over: once for those that are taken together. */
    private final class Signalling<T> extends AbstractSpliterator<T> {

        private final Spliterator<? extends T> events;

        Signalling(Spliterator<? extends T> events) {
            super(Long.MAX_VALUE, Spliterator.ORDERED);
            this.events = events;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            boolean found = events.tryAdvance(action);
            if (found) {
                arrivals.signal();
            }
            return found;
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            boolean found = false;
            try {
                while (events.tryAdvance(action)) {
                    found = true;
                }
            } finally {
                if (found) {
                    arrivals.signal();
                }
            }
        }
    }
}

package io.migrator.command.eventstore;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Stores events in PostgreSQL, and signals when the one reader that follows the head of the stream for all processors has taken
 * over another event: only then do their streams show it.
 *
 * <p>That reader asks at once after a pause, and else every {@value #PACE_MILLIS} milliseconds: it asks until there is nothing more,
 * which costs the same for the events of ten commands as for those of one.
 */
final class TailingEngine extends JdbcEventStorageEngine {

    private static final long PACE_MILLIS = 10;
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);

    private final Arrivals arrivals;
    /** Of the head's reader alone, which is one thread. */
    private long askedAt = System.nanoTime() - PACE_NANOS;

    TailingEngine(JdbcEventStorageEngine.Builder builder, Arrivals arrivals) {
        super(builder);
        this.arrivals = arrivals;
    }

    /** @param mayBlock given by the reader at the head only */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken position, boolean mayBlock) {
        if (mayBlock) {
            keepPace();
        }
        Stream<? extends TrackedEventMessage<?>> events = super.readEvents(position, mayBlock);
        return mayBlock
                ? StreamSupport.stream(new Signalling<>(events.spliterator()), false)
                        .onClose(events::close)
                : events;
    }

    private void keepPace() {
        long left = askedAt + PACE_NANOS - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left); // ends early when the store is shut down
        }
        askedAt = System.nanoTime();
    }

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
    }
}

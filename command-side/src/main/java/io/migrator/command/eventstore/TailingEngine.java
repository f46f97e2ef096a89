package io.migrator.command.eventstore;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Stores events in PostgreSQL, and signals when the one reader that follows the head of the stream for all processors has taken
 * over another event: only then do their streams show it.
 */
final class TailingEngine extends JdbcEventStorageEngine {

    private final Arrivals arrivals;

    TailingEngine(JdbcEventStorageEngine.Builder builder, Arrivals arrivals) {
        super(builder);
        this.arrivals = arrivals;
    }

    /** @param mayBlock given by the reader at the head only */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken position, boolean mayBlock) {
        Stream<? extends TrackedEventMessage<?>> events = super.readEvents(position, mayBlock);
        return mayBlock
                ? StreamSupport.stream(new Signalling<>(events.spliterator()), false)
                        .onClose(events::close)
                : events;
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

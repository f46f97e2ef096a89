package io.migrator.command.eventstore;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * An event store whose streams say when an event has come. Without it a pooled processor that has caught up looks for events
 * twice a second only, which every upload and every command would wait for.
 */
final class PromptEventStore extends EmbeddedEventStore {

    private final Arrivals arrivals;

    /** @param arrivals signalled by the engine of the same store */
    PromptEventStore(EmbeddedEventStore.Builder builder, Arrivals arrivals) {
        super(builder);
        this.arrivals = arrivals;
    }

    @Override
    public TrackingEventStream openStream(TrackingToken position) {
        return new PromptStream(super.openStream(position), arrivals);
    }
}

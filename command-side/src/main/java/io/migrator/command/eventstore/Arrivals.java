package io.migrator.command.eventstore;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever waits at the head of the event stream that an event has come. Safe to use from any thread. */
final class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    void tell(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    void signal() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RejectedExecutionException e) {
                log.debug("A processor that is shutting down takes no events", e);
            }
        }
    }
}

package io.migrator.query.visibility;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was seen of the uploads that were seen last, as many as it is made for. Safe to use from any thread. */
final class LastSeen {

    private final Map<UUID, Long> events;

    LastSeen(int uploads) {
        this.events = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
                return size() > uploads;
            }
        };
    }

    synchronized void put(UUID upload, long event) {
        events.merge(upload, event, Math::max);
    }

    /** The last event seen of the upload; empty when the upload is not among those seen last. */
    synchronized Optional<Long> of(UUID upload) {
        return Optional.ofNullable(events.get(upload));
    }
}

package io.migrator.query.visibility;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Whether the event or a later one was seen; {@code false} as well of an upload that is no longer known. */
    synchronized boolean hasSeen(UUID upload, long event) {
        return events.getOrDefault(upload, -1L) >= event;
    }
}

package io.migrator.query.visibility;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one projection has seen of the uploads: the source that {@link EventWaits} asks. */
@FunctionalInterface
public interface SeenEvents {

    /** The aggregate sequence number of the last event seen, by upload; an upload not seen at all is left out. */
    Map<UUID, Long> lastEvents(Set<UUID> uploads);
}

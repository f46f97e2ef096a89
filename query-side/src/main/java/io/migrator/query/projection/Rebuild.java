package io.migrator.query.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last rebuild of a projection.
 *
 * @param targetPosition what had been projected before and has to be reached again
 * @param finishedAt null as long as it goes on
 */
record Rebuild(
        long targetPosition,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt) {}

package io.migrator.query.projection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A projection as operations staff see it.
 *
 * @param running whether this node works on it
 * @param workingSegments how many segments this node works on
 * @param error the kind of the fault that keeps a segment of this node back, or null
 * @param position the least position of its segments
 * @param head the newest event's position
 * @param lag how far the projection is behind
 * @param rebuild the last rebuild, or null
 */
record ProjectionState(
        String name,
        boolean running,
        int workingSegments,
        @Nullable String error,
        long position,
        long head,
        long lag,
        @Nullable RebuildProgress rebuild,
        List<SegmentPosition> segments) {

    /**
     * @param progress from 0 to 1
     * @param finishedAt null as long as it goes on
     */
    record RebuildProgress(
            double progress,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt) {

        static RebuildProgress of(Rebuild rebuild, long position) {
            boolean done = rebuild.finishedAt() != null || rebuild.targetPosition() == 0;
            double progress = done ? 1 : Math.min(1, (double) position / rebuild.targetPosition());
            return new RebuildProgress(progress, rebuild.requestedBy(), rebuild.requestedAt(), rebuild.finishedAt());
        }
    }
}

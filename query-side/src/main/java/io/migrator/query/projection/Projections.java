package io.migrator.query.projection;

import io.migrator.api.Rejection;
import io.migrator.query.projection.ProjectionState.RebuildProgress;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be asked of projections and done with them. */
@Component
class Projections {

    private static final Logger log = LoggerFactory.getLogger(Projections.class);

    private final List<Projection> projections;
    private final EventProcessingConfiguration processing;
    private final ProjectionPositions positions;
    private final Rebuilds rebuilds;
    private final TransactionTemplate transactions;

    Projections(
            List<Projection> projections,
            EventProcessingConfiguration processing,
            ProjectionPositions positions,
            Rebuilds rebuilds,
            TransactionTemplate transactions) {
        this.projections = projections;
        this.processing = processing;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.transactions = transactions;
    }

    List<ProjectionState> states() {
        long head = positions.head();
        return projections.stream().map(projection -> state(projection, head)).toList();
    }

    private ProjectionState state(Projection projection, long head) {
        StreamingEventProcessor processor = processor(projection);
        Optional<Rebuild> rebuild = rebuilds.last(projection.name());
        List<SegmentPosition> segments = positions.segments(projection.name());
        long position =
                segments.stream().mapToLong(SegmentPosition::position).min().orElse(0);
        return new ProjectionState(
                projection.name(),
                processor.isRunning(),
                processor.processingStatus().size(),
                error(processor),
                position,
                head,
                Math.max(0, head - position),
                rebuild.map(last -> RebuildProgress.of(last, position)).orElse(null),
                segments);
    }

    private static @Nullable String error(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(status -> status.getError().getClass().getName())
                .findFirst()
                .orElse(null);
    }

    /**
     * Empties the projection's tables and begins to build them again; comes back when that is stored. Only for a projection
     * that no other node works on.
     */
    synchronized void reset(String name, String operator) {
        Projection projection = projections.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Rejection(
                        Rejection.Kind.NOT_FOUND, "PROJECTION_NOT_FOUND", "There is no projection of this name."));
        StreamingEventProcessor processor = processor(projection);
        processor.shutDown();
        try {
            transactions.executeWithoutResult(transaction -> {
                rebuilds.begin(name, operator);
                processor.resetTokens();
            });
            log.info("projection {} is built again, requested by {}", name, operator);
        } catch (UnableToClaimTokenException e) {
            throw new Rejection(
                    Rejection.Kind.CONFLICT,
                    "PROJECTION_RUNS_ELSEWHERE",
                    "Another node works on the projection; stop it there first.");
        } catch (PessimisticLockingFailureException e) {
            throw new Rejection(
                    Rejection.Kind.UNAVAILABLE,
                    "PROJECTION_BUSY",
                    "The projection's tables are being read without a pause; nothing was changed, try again.");
        } finally {
            processor.start();
        }
    }

    private StreamingEventProcessor processor(Projection projection) {
        return processing
                .eventProcessor(projection.name(), StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("no event processor is named " + projection.name()));
    }
}

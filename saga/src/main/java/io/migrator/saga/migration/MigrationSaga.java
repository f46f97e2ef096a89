package io.migrator.saga.migration;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.migrator.api.command.OrderedRows;
import io.migrator.api.command.RequestRowsDispatch;
import io.migrator.api.command.StopMigration;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.MigrationCancelled;
import io.migrator.api.event.MigrationCompleted;
import io.migrator.api.event.MigrationResumed;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.MigrationStopped;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.StopReason;
import io.migrator.saga.progress.ProgressConditions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Keeps one migration going, from its start (or resumption, or retry) to its end: orders the next chunks while the rows in
 * flight leave room in the window, and gives up when nothing moves although everything needed for it was up.
 *
 * <p>Stored as JSON between events; holds ids and counts only. Loaded under a row lock, so that an event and a deadline that
 * come at the same time, on whichever node, follow one another.
 */
@Saga
@ProcessingGroup(MigrationSaga.PROCESSOR)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@SuppressWarnings("NullAway.Init") // its first event sets the state; collaborators are injected before every use
public class MigrationSaga {

    static final String PROCESSOR = "migration-saga";
    /** One deadline for both: it comes when nothing can have moved for too long, or at the time limit if that is before. */
    static final String STALL = "migration-stall";

    private UUID uploadId;
    /** Not known of a migration that began before this was kept. */
    private @Nullable String tenant;

    private int attempt;
    private int inFlight;
    private int remaining;
    private @Nullable String stallDeadline;
    /** Not known of a migration that began before it was kept. */
    private @Nullable Instant timeLimit;

    @Autowired
    private transient CommandGateway commands;

    @Autowired
    private transient DeadlineManager deadlines;

    @Autowired
    private transient MigrationSettings settings;

    @Autowired
    private transient ProgressConditions conditions;

    @Autowired
    private transient Clock clock;

    /** Axon creates sagas through it, and fills them from their stored form. */
    public MigrationSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(MigrationStarted event) {
        begin(event.uploadId(), event.tenant(), event.attempt(), event.rows());
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(MigrationResumed event) {
        begin(event.uploadId(), event.tenant(), event.attempt(), event.rows());
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(FailedRowsRetried event) {
        begin(event.uploadId(), event.tenant(), event.attempt(), event.rows());
    }

    private void begin(UUID upload, String owner, int number, int rows) {
        uploadId = upload;
        tenant = owner;
        attempt = number;
        inFlight = 0;
        remaining = rows;
        cancelDeadline();
        Instant now = clock.instant();
        timeLimit = now.plus(settings.migrationTimeLimit());
        lookAfter(settings.stallTimeout(), now);
        orderWhatFits();
    }

    @OnlyWhileRowsAreOpen
    @SagaEventHandler(associationProperty = "uploadId")
    void on(RowOutcomesRecorded event) {
        inFlight = Math.max(0, inFlight - event.settled());
        orderWhatFits();
    }

    /** Orders in portions of a quarter of the window at least: an order for every batch of answers would only be many. */
    private void orderWhatFits() {
        int window = settings.windowRows(tenant);
        int room = window - inFlight;
        boolean isWorthIt = inFlight == 0 || room >= Math.max(1, window / 4);
        if (remaining > 0 && room > 0 && isWorthIt) {
            OrderedRows ordered = commands.sendAndWait(new RequestRowsDispatch(uploadId, attempt, room));
            inFlight += ordered.rows();
            remaining = ordered.remaining();
        }
    }

    /**
     * Looks whether the migration takes too long, or nothing has moved for the whole timeout. Time in which the service, the
     * broker or the database was away, or in which answers were still waiting to be taken in, does not count.
     */
    @DeadlineHandler(deadlineName = STALL)
    void onStall() {
        stallDeadline = null;
        Instant now = clock.instant();
        if (timeLimit != null && !now.isBefore(timeLimit)) {
            commands.sendAndWait(new StopMigration(uploadId, attempt, StopReason.TIME_LIMIT, Instant.MAX));
            return;
        }
        Instant idleSince = now.minus(settings.stallTimeout());
        Instant goodSince = conditions.goodSince();
        if (goodSince.isAfter(idleSince)) {
            lookAgain(now, goodSince);
            return;
        }
        Instant lastProgress =
                commands.sendAndWait(new StopMigration(uploadId, attempt, StopReason.STALLED, idleSince));
        if (lastProgress != null) {
            lookAgain(now, lastProgress);
        }
    }

    private void lookAgain(Instant now, Instant movedAt) {
        boolean isStillMoving = movedAt.isAfter(now);
        Duration wait =
                isStillMoving ? settings.stallTimeout() : Duration.between(now, movedAt.plus(settings.stallTimeout()));
        lookAfter(wait, now);
    }

    private void lookAfter(Duration wait, Instant now) {
        boolean isLimitFirst = timeLimit != null && now.plus(wait).isAfter(timeLimit);
        stallDeadline = deadlines.schedule(isLimitFirst ? Duration.between(now, timeLimit) : wait, STALL);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(MigrationCompleted event) {
        cancelDeadline();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(MigrationStopped event) {
        cancelDeadline();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(MigrationCancelled event) {
        cancelDeadline();
    }

    private void cancelDeadline() {
        if (stallDeadline != null) {
            deadlines.cancelSchedule(STALL, stallDeadline);
            stallDeadline = null;
        }
    }
}

package io.migrator.saga.migration;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.migrator.api.command.ExpireStaging;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.StagingAbandoned;
import io.migrator.api.event.StagingCompleted;
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
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ends a file whose staging was interrupted, by a crash for instance: when no chunk was stored for the staging timeout. The
 * chunks themselves do not pass through here; whether there was one is asked of the aggregate when the time is up.
 */
@Saga
@ProcessingGroup(StagingWatch.PROCESSOR)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@SuppressWarnings("NullAway.Init") // its first event sets the state; collaborators are injected before every use
public class StagingWatch {

    static final String PROCESSOR = "staging-watch";
    static final String IDLE = "staging-idle";

    private UUID uploadId;
    private @Nullable String deadline;

    @Autowired
    private transient CommandGateway commands;

    @Autowired
    private transient DeadlineManager deadlines;

    @Autowired
    private transient MigrationSettings settings;

    @Autowired
    private transient Clock clock;

    /** Axon creates sagas through it, and fills them from their stored form. */
    public StagingWatch() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(FileUploadRegistered event) {
        uploadId = event.uploadId();
        if (event.rowCount() <= event.chunkSize()) {
            // Of one chunk, it is stored in one transaction.
            SagaLifecycle.end();
            return;
        }
        deadline = deadlines.schedule(settings.stagingTimeout(), IDLE);
    }

    @DeadlineHandler(deadlineName = IDLE)
    void onIdle() {
        deadline = null;
        Instant now = clock.instant();
        Instant lastStaged = commands.sendAndWait(new ExpireStaging(uploadId, now.minus(settings.stagingTimeout())));
        if (lastStaged != null) {
            Duration left = Duration.between(now, lastStaged.plus(settings.stagingTimeout()));
            deadline = deadlines.schedule(left, IDLE);
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(StagingCompleted event) {
        cancel();
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "uploadId")
    void on(StagingAbandoned event) {
        cancel();
    }

    private void cancel() {
        if (deadline != null) {
            deadlines.cancelSchedule(IDLE, deadline);
            deadline = null;
        }
    }
}

package io.migrator.query.upload;

import io.migrator.api.FileStatus;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.event.MigrationCancelled;
import io.migrator.api.event.MigrationCompleted;
import io.migrator.api.event.MigrationResumed;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.MigrationStopped;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.RowsDispatchRequested;
import io.migrator.api.event.RowsDispatched;
import io.migrator.api.event.StagingAbandoned;
import io.migrator.api.event.StagingCompleted;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code file_uploads}, one row per file. Each event writes what it says as it stands, and is known by its number when it
 * comes a second time. Row content is not read: the chunks' events are left to the projection {@code csv-rows}.
 */
@Component
@ProcessingGroup(FileUploadProjection.NAME)
class FileUploadProjection {

    static final String NAME = "file-uploads";

    private final FileUploadTable table;
    private final ApplicationEventPublisher publisher;

    FileUploadProjection(FileUploadTable table, ApplicationEventPublisher publisher) {
        this.table = table;
        this.publisher = publisher;
    }

    @EventHandler
    void on(FileUploadRegistered event, @SequenceNumber long number) {
        add(event.uploadId(), number, UploadColumns.of(event));
    }

    @EventHandler
    void on(FileUploadRejected event, @SequenceNumber long number) {
        add(event.uploadId(), number, UploadColumns.of(event));
    }

    @EventHandler
    void on(StagingCompleted event, @SequenceNumber long number) {
        UploadColumns columns =
                new UploadColumns().status(FileStatus.MIGRATE_FILE_READY).counts(event.counts());
        change(event.uploadId(), number, columns);
    }

    @EventHandler
    void on(StagingAbandoned event, @SequenceNumber long number) {
        UploadColumns columns = new UploadColumns()
                .status(FileStatus.MIGRATE_FILE_CANCELLED)
                .cancelled(event.abandonedAt(), event.reason());
        change(event.uploadId(), number, columns);
    }

    @EventHandler
    void on(MigrationStarted event, @SequenceNumber long number) {
        UploadColumns columns = new UploadColumns()
                .goesOn(event.attempt())
                .started(event.sequence(), event.startedBy(), event.startedAt());
        change(event.uploadId(), number, columns);
    }

    @EventHandler
    void on(MigrationResumed event, @SequenceNumber long number) {
        change(
                event.uploadId(),
                number,
                new UploadColumns().goesOn(event.attempt()).counts(event.counts()));
    }

    @EventHandler
    void on(FailedRowsRetried event, @SequenceNumber long number) {
        change(
                event.uploadId(),
                number,
                new UploadColumns().goesOn(event.attempt()).counts(event.counts()));
    }

    /** Changes nothing that is shown; noted so that nobody waits for it in vain. */
    @EventHandler
    void on(RowsDispatchRequested event, @SequenceNumber long number) {
        change(event.uploadId(), number, new UploadColumns());
    }

    @EventHandler
    void on(RowsDispatched event, @SequenceNumber long number) {
        change(
                event.uploadId(),
                number,
                new UploadColumns().counts(event.counts()).sent(event.sentAt()));
    }

    @EventHandler
    void on(RowOutcomesRecorded event, @SequenceNumber long number) {
        change(
                event.uploadId(),
                number,
                new UploadColumns().counts(event.counts()).answered(event.recordedAt()));
    }

    @EventHandler
    void on(MigrationCompleted event, @SequenceNumber long number) {
        UploadColumns columns = new UploadColumns()
                .status(FileStatus.completed(event.counts()))
                .counts(event.counts())
                .completed(event.completedAt());
        change(event.uploadId(), number, columns);
    }

    @EventHandler
    void on(MigrationStopped event, @SequenceNumber long number) {
        UploadColumns columns = new UploadColumns()
                .status(FileStatus.MIGRATE_FILE_STOPPED)
                .counts(event.counts())
                .stopped(event.stoppedAt(), event.reason().name());
        change(event.uploadId(), number, columns);
    }

    @EventHandler
    void on(MigrationCancelled event, @SequenceNumber long number) {
        UploadColumns columns = new UploadColumns()
                .status(FileStatus.MIGRATE_FILE_CANCELLED)
                .counts(event.counts())
                .cancelled(event.cancelledAt(), null);
        change(event.uploadId(), number, columns);
    }

    /** The table is empty before the events are told again. */
    @ResetHandler
    void reset() {
        table.empty();
    }

    private void add(UUID id, long number, UploadColumns columns) {
        if (table.add(id, number, columns)) {
            publisher.publishEvent(new UploadChanged(id, number));
        }
    }

    private void change(UUID id, long number, UploadColumns columns) {
        if (table.change(id, number, columns)) {
            publisher.publishEvent(new UploadChanged(id, number));
        }
    }
}

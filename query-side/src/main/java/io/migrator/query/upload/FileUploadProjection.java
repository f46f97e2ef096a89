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
import java.util.function.Consumer;
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

    private final FileUploadRows uploads;
    private final ApplicationEventPublisher publisher;

    FileUploadProjection(FileUploadRows uploads, ApplicationEventPublisher publisher) {
        this.uploads = uploads;
        this.publisher = publisher;
    }

    @EventHandler
    void on(FileUploadRegistered event, @SequenceNumber long number) {
        add(event.uploadId(), new FileUploadRow(event, number), number);
    }

    @EventHandler
    void on(FileUploadRejected event, @SequenceNumber long number) {
        add(event.uploadId(), new FileUploadRow(event, number), number);
    }

    @EventHandler
    void on(StagingCompleted event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.status(FileStatus.MIGRATE_FILE_READY);
            upload.counts(event.counts());
        });
    }

    @EventHandler
    void on(StagingAbandoned event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.status(FileStatus.MIGRATE_FILE_CANCELLED);
            upload.cancelled(event.abandonedAt(), event.reason());
        });
    }

    @EventHandler
    void on(MigrationStarted event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.goesOn(event.attempt());
            upload.started(event.attempt(), event.sequence(), event.startedBy(), event.startedAt());
        });
    }

    @EventHandler
    void on(MigrationResumed event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.goesOn(event.attempt());
            upload.counts(event.counts());
        });
    }

    @EventHandler
    void on(FailedRowsRetried event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.goesOn(event.attempt());
            upload.counts(event.counts());
        });
    }

    /** Changes nothing that is shown; noted so that nobody waits for it in vain. */
    @EventHandler
    void on(RowsDispatchRequested event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {});
    }

    @EventHandler
    void on(RowsDispatched event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.counts(event.counts());
            upload.sent(event.sentAt());
        });
    }

    @EventHandler
    void on(RowOutcomesRecorded event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.counts(event.counts());
            upload.answered(event.recordedAt());
        });
    }

    @EventHandler
    void on(MigrationCompleted event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.status(FileStatus.completed(event.counts()));
            upload.counts(event.counts());
            upload.completed(event.completedAt());
        });
    }

    @EventHandler
    void on(MigrationStopped event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.status(FileStatus.MIGRATE_FILE_STOPPED);
            upload.counts(event.counts());
            upload.stopped(event.stoppedAt(), event.reason().name());
        });
    }

    @EventHandler
    void on(MigrationCancelled event, @SequenceNumber long number) {
        change(event.uploadId(), number, upload -> {
            upload.status(FileStatus.MIGRATE_FILE_CANCELLED);
            upload.counts(event.counts());
            upload.cancelled(event.cancelledAt(), null);
        });
    }

    /** The table is empty before the events are told again. */
    @ResetHandler
    void reset() {
        uploads.empty();
    }

    private void add(UUID id, FileUploadRow upload, long number) {
        if (uploads.findById(id).isEmpty()) {
            uploads.save(upload);
            publisher.publishEvent(new UploadChanged(id, number));
        }
    }

    private void change(UUID id, long number, Consumer<FileUploadRow> change) {
        FileUploadRow upload = uploads.findById(id)
                .orElseThrow(
                        () -> new IllegalStateException("event " + number + " of " + id + " has no upload before it"));
        if (upload.lastEvent() < number) {
            change.accept(upload);
            upload.seen(number);
            publisher.publishEvent(new UploadChanged(id, number));
        }
    }
}

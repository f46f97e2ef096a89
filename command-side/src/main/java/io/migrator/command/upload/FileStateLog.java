package io.migrator.command.upload;

import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.MigrationCancelled;
import io.migrator.api.event.MigrationCompleted;
import io.migrator.api.event.MigrationResumed;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.MigrationStopped;
import io.migrator.api.event.StagingAbandoned;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * One INFO line per change of a file's state once its migration has begun, written when the change is committed, on the node that
 * made it; the log context carries the upload. (Acceptance and rejection are logged by the intake.)
 */
@Component
@ProcessingGroup(FileStateLog.PROCESSOR)
class FileStateLog {

    static final String PROCESSOR = "file-state-log";

    private static final Logger log = LoggerFactory.getLogger(FileStateLog.class);
    private static final String UPLOAD_ID = "uploadId";

    /** Subscribing: it sees each event once, where it is published, and is never told of the past. */
    @Autowired
    void processor(EventProcessingConfigurer processing) {
        processing.registerSubscribingEventProcessor(PROCESSOR);
    }

    @EventHandler
    void on(MigrationStarted event) {
        afterCommit(event.uploadId(), FileStatus.MIGRATE_FILE_INPROGRESS, "started, rows to send: " + event.rows());
    }

    @EventHandler
    void on(MigrationResumed event) {
        afterCommit(event.uploadId(), FileStatus.MIGRATE_FILE_INPROGRESS, "resumed, rows open: " + event.rows());
    }

    @EventHandler
    void on(FailedRowsRetried event) {
        afterCommit(
                event.uploadId(),
                FileStatus.MIGRATE_FILE_INPROGRESS,
                "attempt " + event.attempt() + ", rows to send: " + event.rows());
    }

    @EventHandler
    void on(MigrationCompleted event) {
        afterCommit(event.uploadId(), FileStatus.completed(event.counts()), counts(event.counts()));
    }

    @EventHandler
    void on(MigrationStopped event) {
        afterCommit(event.uploadId(), FileStatus.MIGRATE_FILE_STOPPED, event.reason() + ", " + counts(event.counts()));
    }

    @EventHandler
    void on(MigrationCancelled event) {
        afterCommit(event.uploadId(), FileStatus.MIGRATE_FILE_CANCELLED, counts(event.counts()));
    }

    @EventHandler
    void on(StagingAbandoned event) {
        afterCommit(event.uploadId(), FileStatus.MIGRATE_FILE_CANCELLED, event.reason());
    }

    private static String counts(RowCounts counts) {
        return "success " + counts.success() + ", error " + counts.error() + ", open " + counts.open();
    }

    private static void afterCommit(UUID upload, FileStatus status, String detail) {
        CurrentUnitOfWork.get().root().afterCommit(unitOfWork -> {
            try (MDC.MDCCloseable context = MDC.putCloseable(UPLOAD_ID, upload.toString())) {
                log.info("Upload {} is {}: {}", upload, status, detail);
            }
        });
    }
}

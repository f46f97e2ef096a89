package io.migrator.api.event;

import java.util.UUID;

/** A fact about one uploaded file. One event stream per file; the file's id is the aggregate identifier. */
public sealed interface FileUploadEvent
        permits FileUploadRegistered,
                FileUploadRejected,
                RowsStaged,
                StagingCompleted,
                StagingAbandoned,
                MigrationStarted,
                MigrationResumed,
                FailedRowsRetried,
                RowsDispatchRequested,
                RowsDispatched,
                RowOutcomesRecorded,
                MigrationCompleted,
                MigrationStopped,
                MigrationCancelled {

    /** The file. */
    UUID uploadId();
}

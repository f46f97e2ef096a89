package io.migrator.command.repeat;

import io.migrator.api.FileStatus;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.StagingCompleted;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import io.migrator.command.ShownUploads;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Stands where the read model stands: shows an upload as its stored events leave it. */
class StoredUploads {

    private final EventStore events;

    StoredUploads(EventStore events) {
        this.events = events;
    }

    @QueryHandler
    UploadView handle(FindUpload query) {
        Object last = null;
        var stored = events.readEvents(query.uploadId().toString(), 0);
        while (stored.hasNext()) {
            last = stored.next().getPayload();
        }
        return ShownUploads.of(query, status(last), last instanceof MigrationStarted ? 1 : 0, null);
    }

    private static FileStatus status(Object last) {
        if (last instanceof StagingCompleted) {
            return FileStatus.MIGRATE_FILE_READY;
        }
        if (last instanceof FileUploadRejected) {
            return FileStatus.MIGRATE_FILE_REJECTED;
        }
        return last instanceof MigrationStarted ? FileStatus.MIGRATE_FILE_INPROGRESS : FileStatus.MIGRATE_FILE_STAGING;
    }
}

package io.migrator.command.repeat;

import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.StagingCompleted;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/** Stands where the read model stands: shows an upload as its stored events leave it. */
class ShownUploads {

    private final EventStore events;

    ShownUploads(EventStore events) {
        this.events = events;
    }

    @QueryHandler
    UploadView handle(FindUpload query) {
        Object last = null;
        var stored = events.readEvents(query.uploadId().toString(), 0);
        while (stored.hasNext()) {
            last = stored.next().getPayload();
        }
        return new UploadView(
                query.uploadId(),
                query.tenant(),
                "some.csv",
                "CUSTOMER_DETAILS",
                status(last),
                1,
                RowCounts.NONE,
                last instanceof MigrationStarted ? 1 : 0,
                null,
                "alice",
                Instant.parse("2026-06-15T12:00:00.123456Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                1,
                "",
                null);
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

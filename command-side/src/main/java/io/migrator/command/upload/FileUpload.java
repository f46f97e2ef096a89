package io.migrator.command.upload;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.migrator.api.FileStatus;
import io.migrator.api.Rejection;
import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CancelMigration;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.ExpireStaging;
import io.migrator.api.command.OrderedRows;
import io.migrator.api.command.RecordRowOutcomes;
import io.migrator.api.command.RecordRowsDispatched;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.command.RequestRowsDispatch;
import io.migrator.api.command.ResumeMigration;
import io.migrator.api.command.RetryFailedRows;
import io.migrator.api.command.StageRows;
import io.migrator.api.command.StartMigration;
import io.migrator.api.command.StopMigration;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.event.MigrationCancelled;
import io.migrator.api.event.MigrationCompleted;
import io.migrator.api.event.MigrationResumed;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.MigrationStopped;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.event.RowOutcomes;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.RowsDispatchRequested;
import io.migrator.api.event.RowsDispatched;
import io.migrator.api.event.RowsStaged;
import io.migrator.api.event.StagingAbandoned;
import io.migrator.api.event.StagingCompleted;
import io.migrator.api.filetypes.RowCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * One uploaded file, from its first accepted chunk to the outcome of its last row. Holds the state of the file and of each
 * row, never row content; its snapshot is this object, and the revision changes with the fields.
 */
@Aggregate(repository = FileUploadRepository.BEAN_NAME, type = FileUpload.TYPE)
@Revision(FileUpload.REVISION)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@SuppressWarnings("NullAway.Init") // the first event sets every field; Axon creates the object without one
class FileUpload {

    /** The aggregate's type in the event store. */
    static final String TYPE = "FileUpload";

    /** The revision of the snapshot: to be raised when a field is added, removed or changes its meaning. */
    static final String REVISION = "1";

    @AggregateIdentifier
    private UUID uploadId;

    private String tenant;
    private FileStatus status;
    private String fileType;
    private char delimiter;
    private int chunkSize;
    private int stagedRows;
    private Instant lastStagedAt;
    private int attempt;
    private long sequence;
    private int nextChunk;
    private int unordered;
    private RowLedger rows;
    private Instant lastProgressAt;
    private long snapshotVersion = -1;
    private transient long loadedVersion = -1;

    FileUpload() {}

    /**
     * A file of several chunks gets its first snapshot when its rows are all staged, and any file one after so many events each:
     * those of a file of one chunk are read as fast as a snapshot would be.
     */
    boolean isSnapshotDue(long version, int interval) {
        boolean isPastStaging = status != FileStatus.MIGRATE_FILE_STAGING && status != FileStatus.MIGRATE_FILE_REJECTED;
        if (!isPastStaging || version <= loadedVersion) {
            return false;
        }
        boolean isFirst = snapshotVersion < 0 && rows.rowCount() > chunkSize;
        return isFirst || version - snapshotVersion >= interval;
    }

    /** Notes where a unit of work begins: one that adds no event stores no snapshot either. */
    void loadedAt(long version) {
        loadedVersion = version;
    }

    void snapshotTaken(long version) {
        snapshotVersion = version;
    }

    // Staging

    @CommandHandler
    FileUpload(RegisterFileUpload command, Clock clock) {
        apply(new FileUploadRegistered(
                command.uploadId(),
                command.tenant(),
                command.fileName(),
                command.fileType(),
                command.dialect(),
                command.rowCount(),
                command.chunkSize(),
                command.fileBytes(),
                command.sha256(),
                command.blankLines(),
                command.uploadedBy(),
                clock.instant()));
    }

    @CommandHandler
    FileUpload(RejectFileUpload command, Clock clock) {
        apply(new FileUploadRejected(
                command.uploadId(),
                command.tenant(),
                command.fileName(),
                command.fileType(),
                command.rowCount(),
                command.violationCounts(),
                command.fileBytes(),
                command.sha256(),
                command.uploadedBy(),
                clock.instant()));
    }

    @CommandHandler
    void handle(StageRows command) {
        requireStatus(FileStatus.MIGRATE_FILE_STAGING, "staging rows");
        if (command.firstRow() <= stagedRows) {
            return;
        }
        boolean isNext = command.firstRow() == stagedRows + 1 && command.chunk() == stagedRows / chunkSize;
        boolean fits = command.rowCount() == Math.min(chunkSize, rows.rowCount() - stagedRows);
        if (!isNext || !fits) {
            throw new Rejection(
                    Rejection.Kind.CONFLICT,
                    "CHUNK_OUT_OF_ORDER",
                    "Chunk " + command.chunk() + " does not follow the " + stagedRows + " rows that are stored.");
        }
        apply(new RowsStaged(uploadId, command.chunk(), command.firstRow(), command.rowCount(), command.content()));
    }

    @CommandHandler
    long handle(CompleteStaging command, Clock clock) {
        requireStatus(FileStatus.MIGRATE_FILE_STAGING, "completing staging");
        if (stagedRows != rows.rowCount()) {
            throw new Rejection(
                    Rejection.Kind.CONFLICT,
                    "CHUNKS_MISSING",
                    "Only " + stagedRows + " of " + rows.rowCount() + " rows are stored.");
        }
        apply(new StagingCompleted(uploadId, rows.counts(), clock.instant()));
        return getVersion();
    }

    @CommandHandler
    void handle(AbandonStaging command, Clock clock) {
        if (status == FileStatus.MIGRATE_FILE_STAGING) {
            apply(new StagingAbandoned(uploadId, command.reason(), clock.instant()));
        }
    }

    /** Ends staging that stores nothing any more; answers when to look again at the earliest, or null when it is over. */
    @CommandHandler
    @Nullable
    Instant handle(ExpireStaging command, Clock clock) {
        if (status != FileStatus.MIGRATE_FILE_STAGING) {
            return null;
        }
        if (lastStagedAt.isAfter(command.idleSince())) {
            return lastStagedAt;
        }
        apply(new StagingAbandoned(uploadId, ExpireStaging.REASON, clock.instant()));
        return null;
    }

    // The operator's commands

    @CommandHandler
    long handle(StartMigration command, Clock clock) {
        requireTenant(command.tenant());
        requireStatus(FileStatus.MIGRATE_FILE_READY, "starting the migration");
        apply(new MigrationStarted(
                uploadId, tenant, 1, command.sequence(), rows.rowCount(), command.operator(), clock.instant()));
        return getVersion();
    }

    @CommandHandler
    long handle(ResumeMigration command, Clock clock) {
        requireTenant(command.tenant());
        requireStatus(FileStatus.MIGRATE_FILE_STOPPED, "resuming the migration");
        RowCounts counts = rows.counts();
        apply(new MigrationResumed(
                uploadId, tenant, attempt, sequence, counts.open(), counts, command.operator(), clock.instant()));
        return getVersion();
    }

    @CommandHandler
    long handle(RetryFailedRows command, Clock clock) {
        requireTenant(command.tenant());
        requireStatus(FileStatus.MIGRATE_FILE_COMPLETE_WITH_ERRORS, "retrying the rows in error");
        apply(new FailedRowsRetried(
                uploadId,
                tenant,
                attempt + 1,
                sequence,
                rows.counts().error(),
                rows.countsAfterReopening(),
                command.operator(),
                clock.instant()));
        return getVersion();
    }

    @CommandHandler
    long handle(CancelMigration command, Clock clock) {
        requireTenant(command.tenant());
        switch (status) {
            case MIGRATE_FILE_READY, MIGRATE_FILE_INPROGRESS, MIGRATE_FILE_STOPPED ->
                apply(new MigrationCancelled(uploadId, attempt, rows.counts(), command.operator(), clock.instant()));
            case MIGRATE_FILE_CANCELLED -> {
                // cancelling twice is cancelling once
            }
            default -> throw Rejection.wrongState(status, "cancelling the migration");
        }
        return getVersion();
    }

    // The way of the rows

    @CommandHandler
    OrderedRows handle(RequestRowsDispatch command) {
        if (status != FileStatus.MIGRATE_FILE_INPROGRESS || command.attempt() != attempt) {
            return new OrderedRows(0, 0);
        }
        int ordered = 0;
        for (int chunk = nextChunk; ordered < command.room() && chunk * (long) chunkSize < rows.rowCount(); chunk++) {
            int first = chunk * chunkSize + 1;
            RoaringBitmap open = rows.open(first, Math.min(first + chunkSize - 1, rows.rowCount()));
            if (!open.isEmpty()) {
                ordered += open.getCardinality();
                orderDispatch(chunk, first, RowNumbers.copyOf(open));
            }
        }
        return new OrderedRows(ordered, unordered);
    }

    private void orderDispatch(int chunk, int firstRow, RowNumbers open) {
        boolean isLast = (chunk + 1L) * chunkSize >= rows.rowCount();
        apply(new RowsDispatchRequested(
                uploadId,
                tenant,
                fileType,
                delimiter,
                attempt,
                sequence,
                chunk,
                chunk + 1L,
                firstRow,
                open,
                isLast ? 0 : Math.max(0, unordered - open.size())));
    }

    @CommandHandler
    void handle(RecordRowsDispatched command, Clock clock) {
        if (command.attempt() != attempt) {
            return;
        }
        apply(new RowsDispatched(
                uploadId,
                attempt,
                command.chunk(),
                command.rows(),
                rows.countsAfterDispatch(command.rows()),
                clock.instant()));
    }

    /** Answers the outcomes that fit no row or attempt of this file. */
    @CommandHandler
    List<RowOutcome> handle(RecordRowOutcomes command, RowCodec codec, Clock clock) {
        requireTenant(command.tenant());
        List<RowOutcome> known = new ArrayList<>(command.outcomes().size());
        List<RowOutcome> unknown = new ArrayList<>();
        for (RowOutcome outcome : command.outcomes()) {
            boolean fits = rows.holds(outcome.row()) && outcome.attempt() >= 1 && outcome.attempt() <= attempt;
            (fits ? known : unknown).add(outcome);
        }
        RowLedger.Change change = rows.plan(known, attempt);
        if (!change.isEmpty()) {
            apply(new RowOutcomesRecorded(
                    uploadId,
                    attempt,
                    RowNumbers.copyOf(change.succeeded()),
                    RowNumbers.copyOf(change.failed()),
                    change.settled(),
                    change.counts(),
                    RowOutcomes.seal(codec, tenant, uploadId, change.effective()),
                    clock.instant()));
            completeWhenSettled(clock);
        }
        return unknown;
    }

    /** Looks at the state after the outcomes: the last one completes the file, also when it comes after a stop. */
    private void completeWhenSettled(Clock clock) {
        RowCounts counts = rows.counts();
        if (counts.open() == 0 && status != FileStatus.MIGRATE_FILE_CANCELLED) {
            apply(new MigrationCompleted(uploadId, attempt, counts, clock.instant()));
        }
    }

    @CommandHandler
    @Nullable
    Instant handle(StopMigration command, Clock clock) {
        if (status != FileStatus.MIGRATE_FILE_INPROGRESS || command.attempt() != attempt) {
            return null;
        }
        if (lastProgressAt.isAfter(command.idleSince())) {
            return lastProgressAt;
        }
        apply(new MigrationStopped(uploadId, attempt, command.reason(), rows.counts(), clock.instant()));
        return null;
    }

    private void requireTenant(String caller) {
        if (!tenant.equals(caller)) {
            throw Rejection.uploadNotFound();
        }
    }

    private void requireStatus(FileStatus required, String what) {
        if (status != required) {
            throw Rejection.wrongState(status, what);
        }
    }

    // What the facts mean for the state

    @EventSourcingHandler
    void on(FileUploadRegistered event) {
        uploadId = event.uploadId();
        tenant = event.tenant();
        fileType = event.fileType();
        delimiter = event.dialect().delimiter();
        chunkSize = event.chunkSize();
        lastStagedAt = event.uploadedAt();
        rows = new RowLedger(event.rowCount());
        status = FileStatus.MIGRATE_FILE_STAGING;
    }

    @EventSourcingHandler
    void on(FileUploadRejected event) {
        uploadId = event.uploadId();
        tenant = event.tenant();
        rows = new RowLedger(0);
        status = FileStatus.MIGRATE_FILE_REJECTED;
    }

    @EventSourcingHandler
    void on(RowsStaged event, @Timestamp Instant storedAt) {
        stagedRows += event.rowCount();
        lastStagedAt = storedAt;
    }

    @EventSourcingHandler
    void on(StagingCompleted event) {
        status = FileStatus.MIGRATE_FILE_READY;
    }

    @EventSourcingHandler
    void on(StagingAbandoned event) {
        status = FileStatus.MIGRATE_FILE_CANCELLED;
    }

    @EventSourcingHandler
    void on(MigrationStarted event) {
        sequence = event.sequence();
        beginAttempt(event.attempt(), event.rows(), event.startedAt());
    }

    @EventSourcingHandler
    void on(MigrationResumed event) {
        beginAttempt(event.attempt(), event.rows(), event.resumedAt());
    }

    @EventSourcingHandler
    void on(FailedRowsRetried event) {
        rows.reopenFailed();
        beginAttempt(event.attempt(), event.rows(), event.retriedAt());
    }

    private void beginAttempt(int number, int open, Instant at) {
        lastProgressAt = at;
        attempt = number;
        nextChunk = 0;
        unordered = open;
        status = FileStatus.MIGRATE_FILE_INPROGRESS;
    }

    @EventSourcingHandler
    void on(RowsDispatchRequested event) {
        nextChunk = event.chunk() + 1;
        unordered = event.remaining();
    }

    @EventSourcingHandler
    void on(RowsDispatched event) {
        rows.dispatched(event.rows());
        lastProgressAt = event.sentAt();
    }

    @EventSourcingHandler
    void on(RowOutcomesRecorded event) {
        rows.settled(event.succeeded(), event.failed());
        lastProgressAt = event.recordedAt();
    }

    @EventSourcingHandler
    void on(MigrationCompleted event) {
        status = FileStatus.completed(event.counts());
    }

    @EventSourcingHandler
    void on(MigrationStopped event) {
        status = FileStatus.MIGRATE_FILE_STOPPED;
    }

    @EventSourcingHandler
    void on(MigrationCancelled event) {
        status = FileStatus.MIGRATE_FILE_CANCELLED;
    }
}

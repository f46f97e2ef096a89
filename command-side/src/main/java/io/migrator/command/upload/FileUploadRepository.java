package io.migrator.command.upload;

import java.util.Objects;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Loads and keeps {@link FileUpload}s so that a command costs the same in a file of ten rows and of ten million.
 *
 * <ul>
 *   <li>A cached upload is trusted only when no other node has added an event since: its version is compared with the store's
 *       last sequence number, one index look-up. Axon's caching repository does not compare.
 *   <li>A snapshot is the live object, stored in the transaction of its events. Axon's snapshotter would read the whole stream,
 *       row content included, to build it. When one is due, the upload knows.
 * </ul>
 */
class FileUploadRepository extends CachingEventSourcingRepository<FileUpload> {

    static final String BEAN_NAME = "fileUploadRepository";

    private final Cache cache;
    private final EventStore eventStore;
    private final int snapshotInterval;

    FileUploadRepository(
            EventSourcingRepository.Builder<FileUpload> builder,
            Cache cache,
            EventStore eventStore,
            int snapshotInterval) {
        super(builder);
        this.cache = cache;
        this.eventStore = eventStore;
        this.snapshotInterval = snapshotInterval;
    }

    @Override
    protected EventSourcedAggregate<FileUpload> doLoadWithLock(String uploadId, Long expectedVersion) {
        EventSourcedAggregate<FileUpload> loaded = super.doLoadWithLock(uploadId, expectedVersion);
        Long stored = eventStore.lastSequenceNumberFor(uploadId).orElse(null);
        if (!Objects.equals(loaded.version(), stored)) {
            cache.remove(uploadId);
            loaded = super.doLoadWithLock(uploadId, expectedVersion);
        }
        loaded.getAggregateRoot().loadedAt(loaded.version());
        return loaded;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<FileUpload> aggregate) {
        super.doSaveWithLock(aggregate);
        long version = aggregate.version();
        FileUpload upload = aggregate.getAggregateRoot();
        if (upload.isSnapshotDue(version, snapshotInterval)) {
            upload.snapshotTaken(version);
            eventStore.storeSnapshot(
                    new GenericDomainEventMessage<>(FileUpload.TYPE, aggregate.identifierAsString(), version, upload));
        }
    }
}

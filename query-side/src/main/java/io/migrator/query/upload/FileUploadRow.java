package io.migrator.query.upload;

import io.migrator.api.CsvDialect;
import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.query.UploadView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A row of {@code file_uploads}. Every value set is an absolute one. It says itself whether it is new, which else would be asked of the
 * database.
 */
@Entity
@Table(name = "file_uploads")
@DynamicUpdate // the columns in indexes are left alone, so that the row changes in place
@SuppressWarnings("NullAway.Init") // JPA sets the fields
class FileUploadRow implements Persistable<UUID> {

    @Id
    private UUID id;

    private String tenant;
    private String fileName;
    private @Nullable String fileType;

    @Convert(converter = FileStatusColumn.class)
    private FileStatus statusId;

    private int rowCount;
    private RowCountColumns counts = RowCountColumns.of(RowCounts.NONE);
    private int attempt;
    private @Nullable Long sequence;
    private String uploadedBy;
    private Instant uploadedAt;
    private @Nullable String startedBy;
    private @Nullable Instant startedAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant lastOutcomeAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant stoppedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable String stopReason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class) // set once: need not be copied, through JSON, to find out whether it has changed
    private Map<String, Long> violationCounts = Map.of();

    private long fileBytes;
    private String sha256;
    private int blankLines;
    private @Nullable DialectColumns dialect;
    private long lastEvent;

    @Transient
    private boolean isNew;

    protected FileUploadRow() {}

    FileUploadRow(FileUploadRegistered event, long number) {
        id = event.uploadId();
        tenant = event.tenant();
        fileName = event.fileName();
        fileType = event.fileType();
        statusId = FileStatus.MIGRATE_FILE_STAGING;
        rowCount = event.rowCount();
        uploadedBy = event.uploadedBy();
        uploadedAt = event.uploadedAt();
        fileBytes = event.fileBytes();
        sha256 = event.sha256();
        blankLines = event.blankLines();
        dialect = DialectColumns.of(event.dialect());
        lastEvent = number;
        isNew = true;
    }

    FileUploadRow(FileUploadRejected event, long number) {
        id = event.uploadId();
        tenant = event.tenant();
        fileName = event.fileName();
        fileType = event.fileType();
        statusId = FileStatus.MIGRATE_FILE_REJECTED;
        rowCount = event.rowCount();
        violationCounts = event.violationCounts();
        uploadedBy = event.uploadedBy();
        uploadedAt = event.uploadedAt();
        fileBytes = event.fileBytes();
        sha256 = event.sha256();
        lastEvent = number;
        isNew = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    long lastEvent() {
        return lastEvent;
    }

    void seen(long number) {
        lastEvent = number;
    }

    void status(FileStatus now) {
        statusId = now;
    }

    void counts(RowCounts now) {
        counts = RowCountColumns.of(now);
    }

    void started(int number, long order, String operator, Instant at) {
        attempt = number;
        sequence = order;
        startedBy = operator;
        startedAt = at;
    }

    /** What is sent from now on belongs to this attempt; an earlier end no longer holds. */
    void goesOn(int number) {
        attempt = number;
        statusId = FileStatus.MIGRATE_FILE_INPROGRESS;
        completedAt = null;
        stoppedAt = null;
        stopReason = null;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    void answered(Instant at) {
        lastOutcomeAt = at;
    }

    void completed(Instant at) {
        completedAt = at;
        stoppedAt = null;
        stopReason = null;
    }

    void stopped(Instant at, String reason) {
        stoppedAt = at;
        stopReason = reason;
    }

    void cancelled(Instant at, @Nullable String reason) {
        cancelledAt = at;
        stopReason = reason;
    }

    /** How the file was written; empty for a rejected one. */
    Optional<CsvDialect> dialect() {
        return Optional.ofNullable(dialect).map(DialectColumns::toDialect);
    }

    UploadView toView(@Nullable UUID sameContentAs) {
        return new UploadView(
                id,
                tenant,
                fileName,
                fileType,
                statusId,
                rowCount,
                counts.toCounts(),
                attempt,
                sequence,
                uploadedBy,
                uploadedAt,
                startedBy,
                startedAt,
                sentAt,
                lastOutcomeAt,
                completedAt,
                stoppedAt,
                cancelledAt,
                stopReason,
                violationCounts,
                fileBytes,
                sha256,
                sameContentAs);
    }
}

package io.migrator.query.upload;

import io.migrator.api.CsvDialect;
import io.migrator.api.FileStatus;
import io.migrator.api.query.UploadView;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code file_uploads} as it is read. */
@Entity
@Immutable
@Table(name = "file_uploads")
@SuppressWarnings("NullAway.Init") // JPA sets the fields
class FileUploadRow {

    @Id
    private UUID id;

    private String tenant;
    private String fileName;
    private @Nullable String fileType;

    @Convert(converter = FileStatusColumn.class)
    private FileStatus statusId;

    private int rowCount;
    private RowCountColumns counts;
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
    private Map<String, Long> violationCounts;

    private long fileBytes;
    private String sha256;
    private int blankLines;
    private @Nullable DialectColumns dialect;
    private long lastEvent;

    protected FileUploadRow() {}

    UUID id() {
        return id;
    }

    long lastEvent() {
        return lastEvent;
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

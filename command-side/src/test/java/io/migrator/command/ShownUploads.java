package io.migrator.command;

import io.migrator.api.FileStatus;
import io.migrator.api.RowCounts;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a read model may show of an upload, in tests of the command side alone. */
public final class ShownUploads {

    private ShownUploads() {}

    /** The upload that is asked for. */
    public static UploadView of(FindUpload query, FileStatus status, int attempt, UUID sameContentAs) {
        return new UploadView(
                query.uploadId(),
                query.tenant(),
                "some.csv",
                "CUSTOMER_DETAILS",
                status,
                1,
                RowCounts.NONE,
                attempt,
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
                sameContentAs);
    }
}

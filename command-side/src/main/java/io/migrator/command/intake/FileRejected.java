package io.migrator.command.intake;

import io.migrator.api.Rejection;
import java.util.Map;
import java.util.UUID;

/** The answer to a file with violations: the first of them, and how many there are. */
final class FileRejected extends Rejection {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> properties;

    FileRejected(UUID uploadId, ViolationLog log) {
        super(
                Kind.UNPROCESSABLE,
                "FILE_REJECTED",
                "The file has " + log.total() + (log.total() == 1 ? " violation" : " violations")
                        + "; correct it and send it again.");
        this.properties = Map.of(
                "uploadId",
                uploadId,
                "violations",
                log.first(),
                "violationCounts",
                log.counts(),
                "violationTotal",
                log.total());
    }

    @Override
    public Map<String, Object> properties() {
        return properties;
    }
}

package io.migrator.command.intake;

import io.migrator.api.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a file with violations: the first of them, and how many there are. */
final class FileRejected extends Rejection {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> properties;

    FileRejected(UUID uploadId, ViolationLog log, @Nullable UUID sameContentAs) {
        super(
                Kind.UNPROCESSABLE,
                "FILE_REJECTED",
                "The file has " + log.total() + (log.total() == 1 ? " violation" : " violations")
                        + "; correct it and send it again.");
        Map<String, Object> told = new HashMap<>();
        told.put("uploadId", uploadId);
        told.put("violations", log.first());
        told.put("violationCounts", log.counts());
        told.put("violationTotal", log.total());
        if (sameContentAs != null) {
            told.put("sameContentAs", sameContentAs);
        }
        this.properties = Map.copyOf(told);
    }

    @Override
    public Map<String, Object> properties() {
        return properties;
    }
}

package io.migrator.command.intake;

import io.migrator.api.Rejection;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.command.intake.idempotency.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to a file with violations: the first of them, and how many there are. */
final class FileRejected extends Rejection {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> properties;

    /** @param first the first violations */
    FileRejected(Outcome outcome, List<Violation> first, @Nullable UUID sameContentAs) {
        this(outcome, total(outcome), first, sameContentAs);
    }

    private FileRejected(Outcome outcome, long total, List<Violation> first, @Nullable UUID sameContentAs) {
        super(
                Kind.UNPROCESSABLE,
                "FILE_REJECTED",
                "The file has " + total + (total == 1 ? " violation" : " violations")
                        + "; correct it and send it again.");
        Map<String, Object> told = new HashMap<>();
        told.put("uploadId", outcome.uploadId());
        told.put("violations", first);
        told.put("violationCounts", outcome.violationCounts());
        told.put("violationTotal", total);
        if (sameContentAs != null) {
            told.put("sameContentAs", sameContentAs);
        }
        this.properties = Map.copyOf(told);
    }

    @Override
    public Map<String, Object> properties() {
        return properties;
    }

    private static long total(Outcome outcome) {
        return outcome.violationCounts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}

package io.migrator.query.violation;

import io.migrator.api.Rejection;
import io.migrator.api.Sealed;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.query.upload.ShownUpload;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the kept violations, a chunk of up to {@value ViolationChunk#SIZE} at a time. */
@Component
class Violations {

    private final JdbcTemplate jdbc;
    private final RowCodec codec;

    Violations(JdbcTemplate jdbc, RowCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /**
     * The violations after the first {@code after}, in their order; empty at the end.
     *
     * @throws Rejection {@code VIOLATIONS_EXPIRED} when there were some that are not kept any more
     */
    List<Violation> next(ShownUpload upload, int after, int limit) {
        List<Violation> found = new ArrayList<>();
        int skip = after % ViolationChunk.SIZE;
        for (int chunk = after / ViolationChunk.SIZE; found.size() < limit; chunk++) {
            List<Violation> violations = chunk(upload, chunk);
            found.addAll(violations.subList(
                    Math.min(skip, violations.size()), Math.min(violations.size(), skip + limit - found.size())));
            if (violations.size() < ViolationChunk.SIZE) {
                break;
            }
            skip = 0;
        }
        if (found.isEmpty() && after == 0 && !upload.view().violationCounts().isEmpty()) {
            throw new Rejection(
                    Rejection.Kind.NOT_FOUND,
                    "VIOLATIONS_EXPIRED",
                    "The report was kept for a limited time only; send the file again to get a new one.");
        }
        return found;
    }

    private List<Violation> chunk(ShownUpload upload, int chunk) {
        String tenant = upload.view().tenant();
        return jdbc
                .query(
                        "select content from upload_violations where tenant = ? and upload_id = ? and chunk = ?",
                        (row, i) -> ViolationChunk.open(
                                codec, tenant, upload.view().id(), Sealed.of(row.getBytes("content"))),
                        tenant,
                        upload.view().id(),
                        chunk)
                .stream()
                .findFirst()
                .orElse(List.of());
    }
}

package io.migrator.query.violation;

import io.migrator.api.Rejection;
import io.migrator.api.Sealed;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.query.upload.ShownUpload;
import java.util.List;
import java.util.Objects;
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
     * How many chunks the report has; every one but the last is full.
     *
     * @throws Rejection {@code VIOLATIONS_EXPIRED} when there were some that are not kept any more
     */
    int chunks(ShownUpload upload) {
        Integer chunks = jdbc.queryForObject(
                "select coalesce(max(chunk) + 1, 0) from upload_violations where tenant = ? and upload_id = ?",
                Integer.class,
                upload.view().tenant(),
                upload.view().id());
        int count = Objects.requireNonNull(chunks);
        if (count == 0 && !upload.view().violationCounts().isEmpty()) {
            throw expired();
        }
        return count;
    }

    /**
     * The violations of one of these chunks, in their order.
     *
     * @throws Rejection {@code VIOLATIONS_EXPIRED} when it is not kept any more
     */
    List<Violation> chunk(ShownUpload upload, int chunk) {
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
                .orElseThrow(Violations::expired);
    }

    private static Rejection expired() {
        return new Rejection(
                Rejection.Kind.NOT_FOUND,
                "VIOLATIONS_EXPIRED",
                "The report was kept for a limited time only; send the file again to get a new one.");
    }
}

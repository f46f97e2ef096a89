package io.migrator.command.intake;

import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stands where the table of violations stands, and keeps what comes in memory. */
final class KeptViolations extends ViolationStore {

    private final List<Violation> all = new ArrayList<>();

    KeptViolations() {
        super(new JdbcTemplate());
    }

    @Override
    void keep(String tenant, UUID uploadId, List<Chunk> chunks, Instant expiresAt) {
        for (Chunk chunk : chunks) {
            all.addAll(ViolationChunk.open(new RowCodec(), tenant, uploadId, chunk.content()));
        }
    }

    List<Violation> all() {
        return List.copyOf(all);
    }
}

package io.migrator.command.intake;

import io.migrator.api.Sealed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The violations of rejected files, sealed, in the table {@code upload_violations}. Safe to use from any thread. */
class ViolationStore {

    /**
     * Consecutive violations.
     *
     * @param chunk 0 = the first
     * @param firstNumber number of its first violation (1 = the file's first)
     */
    record Chunk(int chunk, long firstNumber, int count, Sealed content) {}

    private static final int DELETED_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;

    ViolationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps chunks of one upload until a point in time. */
    void keep(String tenant, UUID uploadId, List<Chunk> chunks, Instant expiresAt) {
        OffsetDateTime expiry = expiresAt.atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(
                """
                insert into upload_violations
                    (tenant, upload_id, chunk, first_number, violation_count, content, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                chunks.stream()
                        .map(chunk -> new Object[] {
                            tenant,
                            uploadId,
                            chunk.chunk(),
                            chunk.firstNumber(),
                            chunk.count(),
                            chunk.content().bytes(),
                            expiry
                        })
                        .toList());
    }

    /** The first thousand violations of an upload, sealed; nothing when they are past their time. */
    Optional<Sealed> firstChunk(String tenant, UUID uploadId) {
        return jdbc
                .query(
                        "select content from upload_violations where tenant = ? and upload_id = ? and chunk = 0",
                        (row, number) -> Sealed.of(row.getBytes(1)),
                        tenant,
                        uploadId)
                .stream()
                .findFirst();
    }

    /** Removes everything that is kept of an upload. */
    void remove(String tenant, UUID uploadId) {
        jdbc.update("delete from upload_violations where tenant = ? and upload_id = ?", tenant, uploadId);
    }

    /** Removes what is past its time, a bounded number of chunks in each statement; answers how many chunks. */
    int removeExpired(Instant now) {
        int removed = 0;
        int last;
        do {
            last = jdbc.update("""
                    delete from upload_violations where ctid = any (array(
                        select ctid from upload_violations where expires_at <= ? limit ?))
                    """, now.atOffset(ZoneOffset.UTC), DELETED_AT_ONCE);
            removed += last;
        } while (last == DELETED_AT_ONCE);
        return removed;
    }
}

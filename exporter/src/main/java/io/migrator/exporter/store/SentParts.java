package io.migrator.exporter.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The parts of runs: what was sent under which key, and what came of it. Safe to use from several threads. */
public final class SentParts {

    private final JdbcTemplate jdbc;

    SentParts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A file is about to be sent under a key; without effect on one that was before. */
    public void sending(String key, long run, String type, int block, int part) {
        jdbc.update(
                "merge into sending (idempotency_key, run, file_type, block, part) key (idempotency_key) values (?, ?, ?, ?, ?)",
                key,
                run,
                type,
                block,
                part);
    }

    /** The service has answered. */
    public void answered(String key, String uploadId, boolean isAccepted) {
        jdbc.update(
                "update sending set upload_id = ?, is_accepted = ? where idempotency_key = ?",
                uploadId,
                isAccepted,
                key);
    }

    /** The parts of a type that the service has accepted. */
    public List<Part> accepted(long run, String type) {
        return jdbc.query(
                "select * from part where run = ? and file_type = ? and accepted > 0 order by block, part",
                PART,
                run,
                type);
    }

    private static final RowMapper<Part> PART = (row, n) -> new Part(
            row.getInt("block"),
            row.getInt("part"),
            row.getString("upload_id"),
            row.getInt("sent"),
            row.getInt("refused"),
            row.getInt("accepted"));

    /** What became of a part's migration. */
    public void migrated(long run, String type, Part part, String status, int success, int error) {
        jdbc.update(
                "update part set status = ?, success = ?, error = ? where run = ? and file_type = ? and block = ? and part = ?",
                status,
                success,
                error,
                run,
                type,
                part.block(),
                part.number());
    }
}

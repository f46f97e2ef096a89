package io.migrator.exporter.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What has become of blocks, and of their rows that were refused. Safe to use from several threads. */
public final class BlockResults {

    private static final int PARTS_AT_A_TIME = 100;
    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SeenRows seen;
    private final Clock clock;

    BlockResults(JdbcTemplate jdbc, TransactionTemplate transaction, SeenRows seen, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seen = seen;
        this.clock = clock;
    }

    /** Whether a block is finished, and not to be read again. */
    public boolean isFinished(long run, String type, int block) {
        return !jdbc.queryForList(
                        "select 1 from block where run = ? and file_type = ? and block = ? and finished_at is not null",
                        Integer.class,
                        run,
                        type,
                        block)
                .isEmpty();
    }

    /** Everything that a block has led to, in one transaction: then it is finished, and never read again. */
    public void finish(long run, String type, int block, BlockResult result) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update block set finished_at = ?, read_rows = ?, unchanged = ?, unmapped = ?, failure = null, attempts = attempts + 1 where run = ? and file_type = ? and block = ?",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    result.read(),
                    result.unchanged(),
                    result.unmapped(),
                    run,
                    type,
                    block);
            jdbc.batchUpdate(
                    "insert into part (run, file_type, block, part, upload_id, sent, refused, accepted) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    result.parts(),
                    PARTS_AT_A_TIME,
                    (statement, part) -> {
                        statement.setLong(1, run);
                        statement.setString(2, type);
                        statement.setInt(3, block);
                        statement.setInt(4, part.number());
                        statement.setString(5, part.uploadId());
                        statement.setInt(6, part.sent());
                        statement.setInt(7, part.refused());
                        statement.setInt(8, part.accepted());
                    });
            refuse(run, type, result.refusals());
            seen.note(run, type, result.fingerprints());
            // They are still there, though the service does not have them as they are now.
            seen.present(
                    run,
                    type,
                    result.refusals().stream().map(RefusedRow::externalId).toList());
        });
    }

    /** A block could not be finished; the next attempt begins it anew. */
    public void failed(long run, String type, int block, String reason) {
        jdbc.update(
                "update block set attempts = attempts + 1, failure = ? where run = ? and file_type = ? and block = ?",
                reason,
                run,
                type,
                block);
    }

    /** Keeps why rows were refused. */
    public void refuse(long run, String type, Collection<RefusedRow> refusals) {
        jdbc.batchUpdate(
                "merge into refusal (run, file_type, external_id, by_whom, column_name, code, message) key (run, file_type, external_id, by_whom, column_name, code) values (?, ?, ?, ?, ?, ?, ?)",
                refusals,
                ROWS_AT_A_TIME,
                (statement, row) -> {
                    statement.setLong(1, run);
                    statement.setString(2, type);
                    statement.setString(3, row.externalId());
                    statement.setString(4, row.by().name());
                    statement.setString(5, row.column());
                    statement.setString(6, row.code());
                    statement.setString(7, row.message());
                });
    }
}

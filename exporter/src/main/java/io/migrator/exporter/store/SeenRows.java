package io.migrator.exporter.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that the service has, by external id: how they were, and in which run the source had them last. */
public final class SeenRows {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SeenRows(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void note(long run, String type, Map<String, byte[]> fingerprints) {
        jdbc.batchUpdate(
                "merge into seen (file_type, external_id, fingerprint, run) key (file_type, external_id) values (?, ?, ?, ?)",
                fingerprints.entrySet(),
                1000,
                (statement, row) -> {
                    statement.setString(1, type);
                    statement.setString(2, row.getKey());
                    statement.setBytes(3, row.getValue());
                    statement.setLong(4, run);
                });
    }

    /** How rows were taken last; rows that never were are left out. */
    public Map<String, Seen> find(String type, List<String> externalIds) {
        Map<String, Seen> found = new HashMap<>();
        jdbc.query(
                "select external_id, fingerprint, run from seen where external_id = any(?) and file_type = ?",
                row -> {
                    found.put(row.getString(1), new Seen(row.getBytes(2), row.getLong(3)));
                },
                externalIds.toArray(),
                type);
        return found;
    }

    /** What the target has refused is not taken as sent: the next run sends it again. */
    public void forget(String type, List<String> externalIds) {
        jdbc.batchUpdate(
                "delete from seen where file_type = ? and external_id = ?", externalIds, 1000, (statement, id) -> {
                    statement.setString(1, type);
                    statement.setString(2, id);
                });
    }

    /** The source still has these rows, though they were not read. */
    public void present(long run, String type, List<String> externalIds) {
        jdbc.batchUpdate(
                "update seen set run = ? where file_type = ? and external_id = ?",
                externalIds,
                1000,
                (statement, id) -> {
                    statement.setLong(1, run);
                    statement.setString(2, type);
                    statement.setString(3, id);
                });
    }

    /** Notes which rows the source had no more. Should they come back, they are sent as new ones. */
    public void noteVanished(long run, String type) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("""
                    insert into vanished (run, file_type, external_id)
                    select ?, file_type, external_id from seen where file_type = ? and run < ?""", run, type, run);
            jdbc.update("delete from seen where file_type = ? and run < ?", type, run);
        });
    }
}

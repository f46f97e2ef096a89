package io.migrator.query.row;

import io.migrator.query.projection.Gathering;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Events of one transaction that change nothing in the tables and are only to be known as seen: written for all files together, by
 * the transaction's last statement. For the thread of the transaction.
 */
final class NotedEvents implements TransactionSynchronization {

    private final JdbcTemplate jdbc;
    private final Map<UUID, Long> last = new HashMap<>();

    private NotedEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the transaction that runs. */
    static NotedEvents current(JdbcTemplate jdbc) {
        return Gathering.current(NotedEvents.class, () -> new NotedEvents(jdbc));
    }

    void add(UUID uploadId, long number) {
        last.merge(uploadId, number, Math::max);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        jdbc.update("""
                update csv_files f set last_event = n.event from unnest(?::uuid[], ?::bigint[]) as n (id, event)
                where f.upload_id = n.id and f.last_event < n.event""", last.keySet().toArray(UUID[]::new), last.values().toArray(Long[]::new));
    }
}

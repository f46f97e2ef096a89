package io.migrator.command.migration;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Hands out the sequences by which the target knows which of two migrations was started last: per tenant the larger of the
 * last one plus one and the time in milliseconds, so that it grows even when the database was restored from an older copy.
 * A sequence that is never used leaves a harmless gap. Safe for use by several threads and nodes.
 */
@Component
class MigrationSequences {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    MigrationSequences(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long next(String tenant) {
        Long next = jdbc.queryForObject("""
                INSERT INTO migration_sequences AS s (tenant, last) VALUES (?, ?)
                ON CONFLICT (tenant) DO UPDATE SET last = greatest(s.last + 1, excluded.last)
                RETURNING last
                """, Long.class, tenant, clock.millis());
        if (next == null) {
            throw new IllegalStateException("the database handed out no sequence");
        }
        return next;
    }
}

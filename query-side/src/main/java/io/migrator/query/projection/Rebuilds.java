package io.migrator.query.projection;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether a projection's tables stand or are being built again. Known to all nodes through the database.
 *
 * <p>Axon's own flag is not used: it stays up after a replay until the next new event comes.
 */
@Component
class Rebuilds {

    private final JdbcTemplate jdbc;
    private final ProjectionPositions positions;
    private final Clock clock;

    Rebuilds(JdbcTemplate jdbc, ProjectionPositions positions, Clock clock) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * Whether the projection's tables stand. To be asked first in a transaction that reads them: from then on to its end they
     * are not emptied.
     *
     * @param isNew whether the transaction begins here, and is to see all it reads at one moment
     */
    boolean isStanding(Projection projection, boolean isNew) {
        // Statements of their own: the lock comes before the transaction's view of the data. All go to the database at
        // once, prepared; a level that the transaction manager sets takes three ways there and back.
        String oneMoment = isNew ? "set transaction isolation level repeatable read; " : "";
        String statements = oneMoment + "lock table " + projection.mainTable() + " in access share mode; "
                + "select max(target_position) from projection_rebuilds where finished_at is null and name = '"
                + projection.name() + "'";
        Optional<Long> target = jdbc.execute(statements, (PreparedStatement sent) -> lastValue(sent));
        return Objects.requireNonNull(target)
                .map(position -> hasReached(projection.name(), position))
                .orElse(true);
    }

    /** What the last of some statements has found. */
    private static Optional<Long> lastValue(PreparedStatement statements) throws SQLException {
        boolean isResult = statements.execute();
        while (!isResult) {
            isResult = statements.getMoreResults();
        }
        try (ResultSet found = statements.getResultSet()) {
            found.next();
            return Optional.ofNullable(found.getObject(1, Long.class));
        }
    }

    /** In the transaction that empties the tables. */
    void begin(String projection, String operator) {
        // Readers hold the tables for moments only; while one does not let go, all others queue behind the emptying.
        jdbc.execute("set local lock_timeout = '10s'");
        jdbc.update("""
                insert into projection_rebuilds (name, target_position, requested_by, requested_at)
                values (?, ?, ?, ?)
                on conflict (name) do update set target_position = excluded.target_position,
                    requested_by = excluded.requested_by, requested_at = excluded.requested_at, finished_at = null""", projection, positions.head(), operator, Timestamp.from(clock.instant()));
    }

    /** The last rebuild, if there ever was one; notes its end when that has come. */
    Optional<Rebuild> last(String projection) {
        Optional<Rebuild> last = find(projection);
        if (last.isPresent()
                && last.get().finishedAt() == null
                && hasReached(projection, last.get().targetPosition())) {
            jdbc.update(
                    "update projection_rebuilds set finished_at = ? where name = ? and requested_at = ? and finished_at is null",
                    Timestamp.from(clock.instant()),
                    projection,
                    Timestamp.from(last.get().requestedAt()));
            return find(projection);
        }
        return last;
    }

    private Optional<Rebuild> find(String projection) {
        return jdbc
                .query(
                        "select target_position, requested_by, requested_at, finished_at from projection_rebuilds where name = ?",
                        (row, i) -> new Rebuild(
                                row.getLong("target_position"),
                                row.getString("requested_by"),
                                row.getTimestamp("requested_at").toInstant(),
                                instant(row, "finished_at")),
                        projection)
                .stream()
                .findFirst();
    }

    private boolean hasReached(String projection, long target) {
        return positions.segments(projection).stream().allMatch(segment -> segment.position() >= target);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}

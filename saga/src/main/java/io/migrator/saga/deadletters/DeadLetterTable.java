package io.migrator.saga.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code dead_letters}. A letter that is added twice is there once. */
@Repository
class DeadLetterTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DeadLetterTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(List<DeadLetter> letters) {
        jdbc.batchUpdate("""
                INSERT INTO dead_letters
                    (topic, "partition", "offset", code, reason, source_topic, source_partition, source_offset, arrived_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, letters, 500, (statement, letter) -> {
            statement.setString(1, letter.topic());
            statement.setInt(2, letter.partition());
            statement.setLong(3, letter.offset());
            statement.setString(4, letter.code());
            statement.setString(5, letter.reason());
            statement.setString(6, letter.sourceTopic());
            statement.setObject(7, letter.sourcePartition());
            statement.setObject(8, letter.sourceOffset());
            statement.setTimestamp(9, Timestamp.from(letter.arrivedAt()));
        });
    }

    /** Newest first, those before the given id. */
    List<DeadLetter> before(long id, int limit) {
        return jdbc.query(
                "SELECT * FROM dead_letters WHERE id < ? ORDER BY id DESC LIMIT ?", DeadLetterTable::read, id, limit);
    }

    Optional<DeadLetter> find(long id) {
        return jdbc.query("SELECT * FROM dead_letters WHERE id = ?", DeadLetterTable::read, id).stream()
                .findFirst();
    }

    void markRedelivered(long id, String operator) {
        jdbc.update(
                "UPDATE dead_letters SET redelivered_at = ?, redelivered_by = ? WHERE id = ?",
                Timestamp.from(clock.instant()),
                operator,
                id);
    }

    private static DeadLetter read(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("code"),
                row.getString("reason"),
                row.getString("source_topic"),
                row.getObject("source_partition", Integer.class),
                row.getObject("source_offset", Long.class),
                row.getTimestamp("arrived_at").toInstant(),
                instant(row.getTimestamp("redelivered_at")),
                row.getString("redelivered_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

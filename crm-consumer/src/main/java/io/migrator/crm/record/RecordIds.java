package io.migrator.crm.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Ids taken from the tables' sequences ahead of need. What one poll leaves over serves the next, whatever became of its
 * transaction: a sequence hands out no number twice. Belongs to one worker.
 */
final class RecordIds {

    /** The sequence is looked up once and not for every number: that took most of the time. */
    private static final String NEXT_IDS = """
            SELECT nextval(s.name)
            FROM (SELECT pg_get_serial_sequence(?, 'id')::regclass AS name OFFSET 0) s, generate_series(1, ?)
            """;

    private final Map<RecordTable, Deque<Long>> reserved = new HashMap<>();

    /** Sees to it that {@code count} ids of the table are at hand. */
    void reserve(Connection connection, RecordTable table, int count) throws SQLException {
        Deque<Long> ids = reserved.computeIfAbsent(table, any -> new ArrayDeque<>());
        int missing = count - ids.size();
        if (missing <= 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(NEXT_IDS)) {
            statement.setString(1, RecordSql.SCHEMA + "." + table.name());
            statement.setInt(2, missing);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
    }

    /**
     * An id that no record has.
     *
     * @throws NoSuchElementException when more are asked for than were reserved
     */
    long next(RecordTable table) {
        return reserved.computeIfAbsent(table, any -> new ArrayDeque<>()).remove();
    }
}

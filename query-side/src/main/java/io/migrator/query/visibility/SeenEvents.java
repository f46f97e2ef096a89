package io.migrator.query.visibility;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one projection has seen of the uploads: the source that {@link EventWaits} asks. */
@FunctionalInterface
public interface SeenEvents {

    /** The aggregate sequence number of the last event seen, by upload; an upload not seen at all is left out. */
    Map<UUID, Long> lastEvents(Set<UUID> uploads);

    /**
     * Those of a table that keeps them as {@code last_event}: one question, without a transaction of its own.
     *
     * @param idColumn the upload's id
     */
    static SeenEvents of(JdbcTemplate jdbc, String table, String idColumn) {
        String question = "select %s, last_event from %s where %1$s = any(?)".formatted(idColumn, table);
        return uploads -> {
            Map<UUID, Long> seen = new HashMap<>();
            jdbc.query(
                    question,
                    row -> {
                        seen.put(row.getObject(1, UUID.class), row.getLong(2));
                    },
                    (Object) uploads.toArray(UUID[]::new));
            return seen;
        };
    }
}

package io.migrator.bench.peer;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which migrations are under way in this process. Safe for any thread. */
final class Migrations {

    private static final int UNKNOWN = -1;

    private final JdbcTemplate jdbc;
    private final Map<UUID, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<UUID, Progress> underWay = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable fault;

    Migrations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Progress begin(Upload upload, int window) {
        Progress progress = new Progress(upload, window);
        underWay.put(upload.id(), progress);
        Throwable earlier = fault;
        if (earlier != null) {
            progress.fail(earlier);
        }
        return progress;
    }

    void end(Upload upload) {
        underWay.remove(upload.id());
    }

    /** The upload's key in the tables; that of no upload when there is none of this id, whose answers then change nothing. */
    int numberOf(UUID id) {
        return numbers.computeIfAbsent(
                id,
                unknown ->
                        jdbc
                                .queryForList(
                                        "select upload_no from pipeline_uploads where id = ?", Integer.class, unknown)
                                .stream()
                                .findFirst()
                                .orElse(UNKNOWN));
    }

    void settle(UUID id, int rows) {
        Progress progress = underWay.get(id);
        if (progress != null) {
            progress.settle(rows);
        }
    }

    void fail(Throwable cause) {
        fault = cause;
        underWay.values().forEach(progress -> progress.fail(cause));
    }
}

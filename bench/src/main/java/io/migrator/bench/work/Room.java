package io.migrator.bench.work;

import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Series;
import io.migrator.bench.service.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Bytes that the service's own tables take for each row of a finished file, indexes included, against the row's own text. */
final class Room {

    static final String ID = "bytes";

    private static final double GOAL = 4;
    private static final int SMALLEST_TOLD = 1;
    /** The target has a schema of its own. */
    private static final String SIZES = "select relname, pg_total_relation_size(relid) from pg_stat_user_tables"
            + " where schemaname = 'public' order by 2 desc";

    private Room() {}

    static Line measure(Course course, Service service, long rowBytes) throws SQLException {
        double rows = course.scale().rows();
        List<Series> tables = new ArrayList<>();
        double total = 0;
        try (Connection connection = service.servers().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
            try (ResultSet sizes = statement.executeQuery(SIZES)) {
                while (sizes.next()) {
                    double perRow = sizes.getLong(2) / rows;
                    total += perRow;
                    if (perRow >= SMALLEST_TOLD) {
                        tables.add(Series.of(sizes.getString(1), "bytes/row", perRow));
                    }
                }
            }
        }
        tables.forEach(table -> course.tell(table.name() + ": " + table.text()));
        return Line.against(
                        ID,
                        "PostgreSQL, finished, after VACUUM",
                        Series.of("ours", "bytes/row", total),
                        Series.of("the row's own text", "bytes/row", rowBytes / rows),
                        Goal.ratioAtMost(GOAL))
                .with(tables.toArray(Series[]::new));
    }
}

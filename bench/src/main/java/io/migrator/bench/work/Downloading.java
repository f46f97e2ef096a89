package io.migrator.bench.work;

import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** The marked-up file of a finished upload, against what PostgreSQL alone takes to hand out the rows. */
final class Downloading {

    static final String ID = "download";

    private static final double GOAL = 250_000;
    /** The table holds the rows of this one file. */
    private static final String COPY = "copy csv_rows to stdout";

    private static final String ROWS_PER_SECOND = "rows/s";

    private Downloading() {}

    static Line measure(Course course, Service service, Upload upload) throws Exception {
        int rows = upload.rows();
        long collections = service.collections().collections();
        try (Connection connection = service.servers().connect()) {
            List<List<Measured>> rounds =
                    course.turns().take(round -> download(service, upload), round -> copy(service, connection));
            return Line.against(
                            ID,
                            "the marked-up file",
                            Measured.rate("ours", ROWS_PER_SECOND, rows, rounds.get(0)),
                            Measured.rate("COPY … TO STDOUT", ROWS_PER_SECOND, rows, rounds.get(1)),
                            Goal.atLeast(GOAL))
                    .with(
                            Measured.cpuPerRow("ours", rows, rounds.get(0)),
                            Series.of(
                                    "most heap after a collection",
                                    "MB",
                                    service.collections().mostUsed(collections)));
        }
    }

    private static Measured download(Service service, Upload upload) {
        long sent = service.client().get(upload.path("")).path("fileBytes").asLong();
        Stopwatch watch = Stopwatch.start(service.cpu());
        long bytes = service.client().download(upload.path("/file"));
        Measured measured = watch.read();
        if (bytes <= sent) {
            throw new IllegalStateException(bytes + " bytes came of a file of " + sent + ", with columns added");
        }
        return measured;
    }

    private static Measured copy(Service service, Connection connection) throws SQLException, IOException {
        Stopwatch watch = Stopwatch.start(service.cpu());
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY, OutputStream.nullOutputStream());
        return watch.read();
    }
}

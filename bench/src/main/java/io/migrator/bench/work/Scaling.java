package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.History;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a row costs more in a large file than in a small one, and at a large file's end more than at its beginning. */
public final class Scaling implements Work {

    private static final String ID = "scale";
    private static final int TIMES_SMALLER = 10;
    private static final double GOAL_OF_RATE = 0.9;
    private static final double GOAL_OF_LAST = 1.5;

    @Override
    public List<String> ids() {
        return List.of(ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        Service service = course.start(course.launch());
        int rows = course.scale().rows();
        int fewer = rows / TIMES_SMALLER;
        List<Double> lastOverFirst = new ArrayList<>();
        List<List<Measured>> rounds = course.turns()
                .take(
                        round -> way(course, service, rows, round > 0 ? lastOverFirst : new ArrayList<>()),
                        round -> way(course, service, fewer, new ArrayList<>()));
        return List.of(
                rates(rows, fewer, rounds.get(0), rounds.get(1)),
                Line.of(
                        ID,
                        "the last chunks' commands over the first",
                        new Series("ours", "×", lastOverFirst),
                        Goal.atMost(GOAL_OF_LAST)));
    }

    private static Line rates(int rows, int fewer, List<Measured> large, List<Measured> small) {
        String smaller = String.format(Locale.ROOT, "ours with %,d rows", fewer);
        return Line.against(
                        ID,
                        String.format(Locale.ROOT, "POST and start to COMPLETE, %,d rows", rows),
                        Measured.rate("ours", "rows/s", rows, large),
                        Measured.rate(smaller, "rows/s", fewer, small),
                        Goal.ratioAtLeast(GOAL_OF_RATE))
                .with(Measured.cpuPerRow("ours", rows, large), Measured.cpuPerRow(smaller, fewer, small));
    }

    private static Measured way(Course course, Service service, int rows, List<Double> lastOverFirst) {
        try (CustomerFile file = course.files().valid(rows)) {
            Stopwatch posting = Stopwatch.start(service.cpu());
            Upload upload = new Upload(
                    service.client(), service.client().upload(file.path()).expect(201));
            Measured posted = posting.read();
            upload.awaitRows();
            Stopwatch migrating = Stopwatch.start(service.cpu());
            upload.start();
            upload.awaitComplete();
            Measured migrated = migrating.read();
            upload.awaitProjections();
            if (rows == course.scale().rows()) {
                lastOverFirst.add(new History(service.client(), upload).lastOverFirst("RowsStaged"));
            }
            return new Measured(posted.seconds() + migrated.seconds(), posted.cpuSeconds() + migrated.cpuSeconds());
        }
    }
}

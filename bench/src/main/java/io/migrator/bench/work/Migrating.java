package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.host.HostProcess;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole way from the start of a migration to its completion, against a pipeline that does the same job without events. On
 * both sides one process holds broker, migrator and the reference target, with a PostgreSQL of its own.
 */
public final class Migrating implements Work {

    private static final String ID = "migrate";
    private static final double GOAL_ROWS_PER_SECOND = 25_000;

    @Override
    public List<String> ids() {
        return List.of(ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        Service service = course.start(course.launch());
        HostProcess host = course.startHost();
        host.run("topics");
        host.run("target");
        List<Measured> untilRowsTell = new ArrayList<>();
        List<List<Measured>> rounds = course.turnsWhenWarm()
                .take(
                        round -> ours(course, service, round > 0 ? untilRowsTell : new ArrayList<>()),
                        round -> peers(course, host));
        int rows = course.scale().rows();
        Series ours = Measured.rate("ours", "rows/s", rows, rounds.get(0));
        Series peers = Measured.rate("plain pipeline", "rows/s", rows, rounds.get(1));
        Series[] beside = {
            Measured.cpuPerRow("ours", rows, rounds.get(0)),
            Measured.cpuPerRow("plain pipeline", rows, rounds.get(1)),
            Measured.rate("ours, until every row tells its outcome", "rows/s", rows, untilRowsTell)
        };
        return List.of(
                Line.against(ID, "start to COMPLETE", ours, peers, Goal.ratioAtLeast(1))
                        .with(beside),
                Line.of(ID, "start to COMPLETE", ours, Goal.atLeast(GOAL_ROWS_PER_SECOND)));
    }

    private static Measured ours(Course course, Service service, List<Measured> untilRowsTell) {
        Upload upload;
        try (CustomerFile file = course.files().valid(course.scale().rows())) {
            upload = new Upload(
                    service.client(), service.client().upload(file.path()).expect(201));
        }
        upload.awaitRows();
        Stopwatch watch = Stopwatch.start(service.cpu());
        upload.start();
        upload.awaitComplete();
        Measured complete = watch.read();
        // What is left to do must not be done in the other's turn.
        upload.awaitProjections();
        untilRowsTell.add(watch.read());
        return complete;
    }

    private static Measured peers(Course course, HostProcess host) {
        try (CustomerFile file = course.files().valid(course.scale().rows())) {
            host.run("load", file.path());
            return host.run("pipeline", file.rows());
        }
    }
}

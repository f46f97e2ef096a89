package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.host.HostProcess;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.util.ArrayList;
import java.util.List;

/** An upload until it is accepted, and until all its rows can be read, against Spring Batch with the same file. */
public final class TakingIn implements Work {

    private static final String POST = "post";
    private static final String PEER = "Spring Batch";
    private static final String VISIBLE = "visible";
    private static final double GOAL_OF_POST = 0.4;
    private static final double GOAL_OF_VISIBLE = 0.8;

    @Override
    public List<String> ids() {
        return List.of(POST, VISIBLE);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        Service service = course.start(course.launch());
        HostProcess host = course.startHost();
        List<Measured> visible = new ArrayList<>();
        List<List<Measured>> rounds = course.turns()
                .take(
                        round -> ours(course, service, round > 0 ? visible : new ArrayList<>()),
                        round -> peers(course, host));
        int rows = course.scale().rows();
        return List.of(
                line(POST, "POST until 201", rows, rounds.get(0), rounds.get(1), GOAL_OF_POST),
                line(VISIBLE, "POST until all rows can be read", rows, visible, rounds.get(1), GOAL_OF_VISIBLE));
    }

    private static Line line(
            String work, String what, int rows, List<Measured> ours, List<Measured> peers, double goal) {
        return Line.against(
                        work,
                        what,
                        Measured.seconds("ours", ours),
                        Measured.seconds(PEER, peers),
                        Goal.ratioAtMost(goal))
                .with(Measured.cpuPerRow("ours", rows, ours), Measured.cpuPerRow(PEER, rows, peers));
    }

    private static Measured ours(Course course, Service service, List<Measured> visible) {
        try (CustomerFile file = course.files().valid(course.scale().rows())) {
            Stopwatch watch = Stopwatch.start(service.cpu());
            Upload upload = new Upload(
                    service.client(), service.client().upload(file.path()).expect(201));
            Measured accepted = watch.read();
            upload.awaitRows();
            visible.add(watch.read());
            return accepted;
        }
    }

    private static Measured peers(Course course, HostProcess host) {
        try (CustomerFile file = course.files().valid(course.scale().rows())) {
            host.run("reset");
            return host.run("import", file.path(), file.rows());
        }
    }
}

package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.host.HostProcess;
import io.migrator.bench.measure.CpuTime;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.HeldProjections;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.util.ArrayList;
import java.util.List;

/**
 * Sending rows and taking in replies, each alone: no target runs, the window is as wide as the file, and the replies of all rows
 * lie ready when the first of them may be read. The projections over rows stand still; how it is with them is told beside.
 */
public final class KafkaEdges implements Work {

    private static final String DISPATCH = "dispatch";
    private static final String REPLIES = "replies";
    private static final double GOAL_OF_DISPATCH = 100_000;
    private static final double GOAL_OF_REPLIES = 60_000;
    private static final String ROWS_PER_SECOND = "rows/s";

    @Override
    public List<String> ids() {
        return List.of(DISPATCH, REPLIES);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        HostProcess host = course.startHost();
        host.run("topics");
        int rows = course.scale().rows();
        Service service = course.start(
                course.launch().on(host.servers()).with("migrator.window-rows", Math.max(rows, 20_000) + 1));
        Rounds alone = new Rounds(course, service, host, true);
        Rounds together = new Rounds(course, service, host, false);
        List<List<Measured>> dispatch = course.turns()
                .take(alone::dispatchAndReplies, round -> floor(host, rows), together::dispatchAndReplies);
        return List.of(
                Line.against(
                                DISPATCH,
                                "start until the broker has every row, recorded",
                                Measured.rate("ours", ROWS_PER_SECOND, rows, dispatch.get(0)),
                                Measured.rate("producer loop", ROWS_PER_SECOND, rows, dispatch.get(1)),
                                Goal.atLeast(GOAL_OF_DISPATCH))
                        .with(
                                Measured.cpuPerRow("ours", rows, dispatch.get(0)),
                                Measured.cpuPerRow("producer loop", rows, dispatch.get(1))),
                together(DISPATCH, "… with all projections running", rows, dispatch.get(2)),
                Line.of(
                                REPLIES,
                                "replies taken in, from the first to COMPLETE",
                                Measured.rate("ours", ROWS_PER_SECOND, rows, alone.replies),
                                Goal.atLeast(GOAL_OF_REPLIES))
                        .with(Measured.cpuPerRow("ours", rows, alone.replies)),
                together(REPLIES, "… with all projections running", rows, together.replies));
    }

    /** The messages are those that the service has sent in its turn before. */
    private static Measured floor(HostProcess host, int rows) {
        host.run("sample");
        return host.run("floor", rows);
    }

    private static Line together(String work, String what, int rows, List<Measured> rounds) {
        Series ours = Measured.rate("ours", ROWS_PER_SECOND, rows, rounds);
        return Line.of(work, what, ours, Goal.none()).with(Measured.cpuPerRow("ours", rows, rounds));
    }

    /** Rounds of one kind, with what they measure beside the sending. */
    private record Rounds(Course course, Service service, HostProcess host, boolean alone, List<Measured> replies) {

        Rounds(Course course, Service service, HostProcess host, boolean alone) {
            this(course, service, host, alone, new ArrayList<>());
        }

        Measured dispatchAndReplies(int round) throws Exception {
            Upload upload = upload();
            CpuTime cpu = service.cpu().and(host.cpu());
            HeldProjections held = alone ? HeldProjections.hold(host.servers(), service.client()) : null;
            Stopwatch sending = Stopwatch.start(cpu);
            upload.start();
            upload.awaitPending();
            Measured sent = sending.read();
            if (held == null) {
                upload.awaitProjections();
            }
            host.run("replies", upload.id(), upload.show().path("tenant").asText(), upload.rows());
            Stopwatch taking = Stopwatch.start(cpu);
            host.run("release");
            upload.awaitComplete();
            if (round > 0) {
                replies.add(taking.read());
            }
            if (held != null) {
                held.close();
            }
            upload.awaitProjections();
            return sent;
        }

        private Upload upload() {
            try (CustomerFile file = course.files().valid(course.scale().rows())) {
                Upload upload = new Upload(
                        service.client(), service.client().upload(file.path()).expect(201));
                upload.awaitRows();
                return upload;
            }
        }
    }
}

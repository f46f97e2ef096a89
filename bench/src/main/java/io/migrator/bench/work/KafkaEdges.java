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
                dispatch(rows, dispatch.get(0), dispatch.get(1)),
                together(DISPATCH, rows, dispatch.get(2)),
                replies(rows, alone.replies),
                together(REPLIES, rows, together.replies));
    }

    private static Line dispatch(int rows, List<Measured> ours, List<Measured> floor) {
        Series rate = Measured.rate("ours", ROWS_PER_SECOND, rows, ours);
        Series floorRate = Measured.rate("producer loop", ROWS_PER_SECOND, rows, floor);
        return Line.against(
                        DISPATCH,
                        "start until the broker has every row, recorded",
                        rate,
                        floorRate,
                        Goal.atLeast(GOAL_OF_DISPATCH))
                .with(Measured.cpuPerRow("ours", rows, ours), Measured.cpuPerRow("producer loop", rows, floor));
    }

    private static Line replies(int rows, List<Measured> ours) {
        Series rate = Measured.rate("ours", ROWS_PER_SECOND, rows, ours);
        return Line.of(REPLIES, "replies taken in, from the first to COMPLETE", rate, Goal.atLeast(GOAL_OF_REPLIES))
                .with(Measured.cpuPerRow("ours", rows, ours));
    }

    /** The messages are those that the service has sent in its turn before. */
    private static Measured floor(HostProcess host, int rows) {
        host.run("sample");
        return host.run("floor", rows);
    }

    private static Line together(String work, int rows, List<Measured> rounds) {
        Series rate = Measured.rate("ours", ROWS_PER_SECOND, rows, rounds);
        return Line.of(work, "… with all projections running", rate, Goal.none())
                .with(Measured.cpuPerRow("ours", rows, rounds));
    }

    /** Rounds of one kind, with what they measure beside the sending. */
    private record Rounds(Course course, Service service, HostProcess host, boolean alone, List<Measured> replies) {

        Rounds(Course course, Service service, HostProcess host, boolean alone) {
            this(course, service, host, alone, new ArrayList<>());
        }

        Measured dispatchAndReplies(int round) throws Exception {
            Upload upload = upload();
            HeldProjections held = alone ? HeldProjections.hold(host.servers(), service.client()) : null;
            Measured sent = send(upload);
            Measured taken = takeIn(upload);
            if (round > 0) {
                replies.add(taken);
            }
            if (held != null) {
                held.close();
            }
            upload.awaitProjections();
            return sent;
        }

        private Measured send(Upload upload) {
            Stopwatch watch = Stopwatch.start(cpu());
            upload.start();
            upload.awaitPending();
            return watch.read();
        }

        private Measured takeIn(Upload upload) {
            if (!alone) {
                upload.awaitProjections(); // with the sending; taking in begins level
            }
            host.run("replies", upload.id(), upload.show().path("tenant").asText(), upload.rows());
            Stopwatch watch = Stopwatch.start(cpu());
            host.run("release");
            upload.awaitComplete();
            return watch.read();
        }

        private CpuTime cpu() {
            return service.cpu().and(host.cpu());
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

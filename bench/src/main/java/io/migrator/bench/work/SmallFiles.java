package io.migrator.bench.work;

import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.ServiceClient;
import io.migrator.bench.service.Upload;
import io.migrator.bench.service.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Many small files from several clients at once, while somebody looks at the list and at one of them. */
public final class SmallFiles implements Work {

    private static final String ID = "small";
    private static final int ROWS_OF_A_FILE = 10;
    private static final int ROWS_PER_FILE_OF_SCALE = 100;
    private static final int CLIENTS = 8;
    private static final double GOAL_FILES_PER_SECOND = 100;
    private static final double GOAL_MILLIS = 50;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final List<String> OPEN = List.of("MIGRATE_FILE_INPROGRESS", "MIGRATE_FILE_READY");
    private static final List<String> FAILED =
            List.of("MIGRATE_FILE_STOPPED", "MIGRATE_FILE_CANCELLED", "MIGRATE_FILE_COMPLETE_WITH_ERRORS");

    @Override
    public List<String> ids() {
        return List.of(ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        Service service = course.start(course.launch());
        int files = course.scale().rows() / ROWS_PER_FILE_OF_SCALE;
        List<Double> list = new ArrayList<>();
        List<Double> status = new ArrayList<>();
        List<Measured> rounds = course.turns()
                .take(round -> {
                    try (Onlooker onlooker = Onlooker.start(service.client())) {
                        Measured all = all(course, service, files);
                        if (round > 0) {
                            list.add(onlooker.listMillis());
                            status.add(onlooker.statusMillis());
                        }
                        return all;
                    }
                })
                .get(0);
        return List.of(
                files(files, rounds),
                answers("the list meanwhile, 99th percentile", list),
                answers("a status meanwhile, 99th percentile", status));
    }

    private static Line files(int files, List<Measured> rounds) {
        return Line.of(
                        ID,
                        files + " files of " + ROWS_OF_A_FILE + " rows, first POST to last COMPLETE",
                        Measured.rate("ours", "files/s", files, rounds),
                        Goal.atLeast(GOAL_FILES_PER_SECOND))
                .with(Measured.cpuPerRow("ours", files * ROWS_OF_A_FILE, rounds));
    }

    private static Line answers(String what, List<Double> millis) {
        return Line.of(ID, what, new Series("ours", "ms", millis), Goal.atMost(GOAL_MILLIS));
    }

    private static Measured all(Course course, Service service, int files) throws Exception {
        List<String> contents = course.files().small(files, ROWS_OF_A_FILE);
        AtomicInteger next = new AtomicInteger();
        Callable<Void> client = () -> {
            for (int i = next.getAndIncrement(); i < files; i = next.getAndIncrement()) {
                ServiceClient api = service.client();
                new Upload(
                                api,
                                api.upload("small-" + i + ".csv", contents.get(i))
                                        .expect(201))
                        .start();
            }
            return null;
        };
        Stopwatch watch = Stopwatch.start(service.cpu());
        AtOnce.run(Collections.nCopies(CLIENTS, client));
        Waiting.until("the last COMPLETE", LIMIT, () -> isNone(service.client(), OPEN));
        Measured measured = watch.read();
        if (!isNone(service.client(), FAILED)) {
            throw new IllegalStateException("not every file is COMPLETE");
        }
        return measured;
    }

    private static boolean isNone(ServiceClient client, List<String> statuses) {
        return statuses.stream().allMatch(status -> client.get("uploads?limit=1&status=" + status)
                .path("items")
                .isEmpty());
    }
}

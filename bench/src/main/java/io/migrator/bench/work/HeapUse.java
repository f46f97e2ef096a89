package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.host.HostProcess;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Launch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The service in a heap of 512 MB with nothing else in its process, broker, database and target being elsewhere: one file five
 * times as large as the others the whole way, then three uploads and two downloads at once. A process that runs out of memory
 * ends, and the work fails.
 */
public final class HeapUse implements Work {

    private static final String ID = "heap";
    private static final int TIMES_LARGER = 5;
    private static final int UPLOADS = 3;
    private static final int DOWNLOADS = 2;
    private static final double HEAP_MEGABYTES = 512;

    @Override
    public List<String> ids() {
        return List.of(ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        HostProcess host = course.startHost();
        host.run("topics");
        host.run("target");
        int rows = course.scale().rows();
        Launch launch = course.launch()
                .withJavaOption("-Xmx" + Math.round(HEAP_MEGABYTES) + "m")
                .on(host.servers())
                .with("migrator.intake.max-rows", Math.max(5_000_000, rows * TIMES_LARGER));
        Service service = course.start(launch);
        return List.of(largeFile(course, service, rows * TIMES_LARGER), atOnce(course, service, rows));
    }

    private static Line largeFile(Course course, Service service, int rows) {
        try (CustomerFile file = course.files().valid(rows)) {
            course.tell(rows + " rows the whole way");
            Stopwatch watch = Stopwatch.start(service.cpu());
            Upload upload = migrated(service, file);
            service.client().download(upload.path("/file"));
            double seconds = watch.read().seconds();
            return line(
                    service, 0, String.format(Locale.ROOT, "%,d rows uploaded, migrated, downloaded", rows), seconds);
        }
    }

    private static Upload migrated(Service service, CustomerFile file) {
        Upload upload = new Upload(
                service.client(), service.client().upload(file.path()).expect(201));
        upload.awaitRows();
        upload.start();
        upload.awaitComplete();
        upload.awaitProjections();
        return upload;
    }

    private static Line atOnce(Course course, Service service, int rows) throws Exception {
        course.tell("preparing a file to be downloaded");
        Upload finished;
        try (CustomerFile file = course.files().valid(rows)) {
            finished = migrated(service, file);
        }
        List<Callable<Void>> clients = clients(course, service, finished);
        course.tell(UPLOADS + " uploads and " + DOWNLOADS + " downloads at once");
        long collections = service.collections().collections();
        Stopwatch watch = Stopwatch.start(service.cpu());
        AtOnce.run(clients);
        String what =
                String.format(Locale.ROOT, "%d uploads and %d downloads of %,d rows at once", UPLOADS, DOWNLOADS, rows);
        return line(service, collections, what, watch.read().seconds());
    }

    private static List<Callable<Void>> clients(Course course, Service service, Upload finished) {
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            CustomerFile file = course.files().valid(finished.rows());
            clients.add(() -> {
                new Upload(
                                service.client(),
                                service.client().upload(file.path()).expect(201))
                        .awaitRows();
                return null;
            });
        }
        for (int i = 0; i < DOWNLOADS; i++) {
            clients.add(() -> {
                service.client().download(finished.path("/file"));
                return null;
            });
        }
        return clients;
    }

    private static Line line(Service service, long collections, String what, double seconds) {
        double most = service.collections().mostUsed(collections);
        return Line.of(
                        ID,
                        what + ": most heap after a collection",
                        Series.of("ours", "MB", most),
                        Goal.atMost(HEAP_MEGABYTES))
                .with(Series.of("time", "s", seconds));
    }
}

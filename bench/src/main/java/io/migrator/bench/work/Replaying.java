package io.migrator.bench.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import io.migrator.bench.service.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Both projections of uploads and rows, emptied and built again from the history. */
final class Replaying {

    static final String ID = "replay";

    private static final List<String> PROJECTIONS = List.of("file-uploads", "csv-rows");
    private static final double GOAL_SECONDS_PER_MILLION = 20;
    private static final double MILLION = 1e6;
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private Replaying() {}

    static Line measure(Course course, Service service, Upload upload) throws Exception {
        List<Measured> rounds =
                course.turns().take(round -> replay(service, upload)).get(0);
        double goal = GOAL_SECONDS_PER_MILLION * upload.rows() / MILLION;
        return Line.of(
                        ID,
                        "reset of " + String.join(" and ", PROJECTIONS) + " until they stand again",
                        Measured.seconds("ours", rounds),
                        Goal.atMost(goal))
                .with(Measured.cpuPerRow("ours", upload.rows(), rounds));
    }

    private static Measured replay(Service service, Upload upload) {
        Stopwatch watch = Stopwatch.start(service.cpu());
        PROJECTIONS.forEach(name -> service.client().post("projections/" + name + "/reset"));
        Waiting.until("the projections to be built again", LIMIT, () -> isBuilt(service));
        Measured built = watch.read();
        upload.awaitRows();
        int succeeded = upload.show().path("counts").path("success").asInt();
        if (succeeded != upload.rows()) {
            throw new IllegalStateException("built again, the upload shows " + succeeded + " successes");
        }
        return built;
    }

    private static boolean isBuilt(Service service) {
        JsonNode projections = service.client().get("projections");
        return StreamSupport.stream(projections.spliterator(), false)
                .filter(projection ->
                        PROJECTIONS.contains(projection.path("name").asText()))
                .allMatch(projection -> projection.path("rebuild").hasNonNull("finishedAt"));
    }
}

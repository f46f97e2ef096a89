package io.migrator.bench.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A file with mistakes until it is refused, against what accepting one takes for the same part of the work: from the request
 * to the first event, which is recorded when every row has been found valid.
 */
public final class Rejecting implements Work {

    private static final String ID = "reject";
    private static final double GOAL = 1.2;

    @Override
    public List<String> ids() {
        return List.of(ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        Service service = course.start(course.launch());
        List<List<Measured>> rounds =
                course.turns().take(round -> rejected(course, service), round -> accepted(course, service));
        return List.of(Line.against(
                        ID,
                        "POST until 422, 1 % of the rows with a mistake",
                        Measured.seconds("ours", rounds.get(0)),
                        Measured.seconds("reading and validating a file that is accepted", rounds.get(1)),
                        Goal.ratioAtMost(GOAL))
                .with(Measured.cpuPerRow("ours", course.scale().rows(), rounds.get(0))));
    }

    private static Measured rejected(Course course, Service service) {
        try (CustomerFile file = course.files().withMistakes(course.scale().rows())) {
            Stopwatch watch = Stopwatch.start(service.cpu());
            service.client().upload(file.path()).expect(422);
            return watch.read();
        }
    }

    private static Measured accepted(Course course, Service service) {
        try (CustomerFile file = course.files().valid(course.scale().rows())) {
            Instant begun = course.clock().instant();
            Upload upload = new Upload(
                    service.client(), service.client().upload(file.path()).expect(201));
            JsonNode first = service.client()
                    .get(upload.path("/events?limit=1"))
                    .path("items")
                    .path(0);
            if (!first.path("type").asText().equals("FileUploadRegistered")) {
                throw new IllegalStateException("a file's history begins with " + first.path("type"));
            }
            Duration validated =
                    Duration.between(begun, Instant.parse(first.path("time").asText()));
            upload.awaitRows();
            return new Measured(validated.toNanos() / 1e9, 0);
        }
    }
}

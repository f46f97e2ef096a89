package io.migrator.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the events of an upload happened. */
public final class History {

    private static final int PAGE = 500;

    private final List<JsonNode> events = new ArrayList<>();

    /** Reads it whole. */
    public History(ServiceClient client, Upload upload) {
        String cursor = "";
        do {
            JsonNode page = client.get(upload.path("/events?limit=" + PAGE + cursor));
            page.path("items").forEach(events::add);
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
    }

    /**
     * How much longer the last events of a type took than the first: from one to the next, on the average of the last tenth of
     * them, over the same of the first tenth.
     */
    public double lastOverFirst(String type) {
        List<Instant> times = events.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .map(event -> Instant.parse(event.path("time").asText()))
                .toList();
        int tenth = Math.max(1, times.size() / 10);
        if (times.size() <= tenth) {
            throw new IllegalStateException(times.size() + " events of type " + type + " are too few");
        }
        double first = seconds(times.get(0), times.get(tenth));
        double last = seconds(times.get(times.size() - 1 - tenth), times.get(times.size() - 1));
        return last / first;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}

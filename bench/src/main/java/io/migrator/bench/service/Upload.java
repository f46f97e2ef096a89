package io.migrator.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** An accepted file in the service. */
public final class Upload {

    /** Far longer than any round takes that is worth waiting for. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final ServiceClient client;
    private final String id;
    private final int rows;

    /** @param accepted the service's answer to the upload */
    public Upload(ServiceClient client, JsonNode accepted) {
        this.client = client;
        this.id = accepted.path("id").asText();
        this.rows = accepted.path("rowCount").asInt();
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** How many rows it has. */
    public int rows() {
        return rows;
    }

    /** Path of what belongs to it, below {@code /api/v1/}. */
    public String path(String below) {
        return "uploads/" + id + below;
    }

    /** Comes back when the last row can be read, and every projection is at the newest event. */
    public void awaitRows() {
        Waiting.until(
                "the rows", LIMIT, () -> client.answer(path("/rows/" + rows)).status() == 200);
        awaitProjections();
    }

    /** Comes back when every projection is at the newest event. */
    public void awaitProjections() {
        Waiting.until(
                "the projections",
                LIMIT,
                () -> lags().values().stream().mapToLong(Long::longValue).sum() == 0);
    }

    private Map<String, Long> lags() {
        Map<String, Long> lags = new TreeMap<>();
        StreamSupport.stream(client.get("projections").spliterator(), false)
                .forEach(projection -> lags.put(
                        projection.path("name").asText(), projection.path("lag").asLong()));
        return lags;
    }

    /** Starts the migration. */
    public void start() {
        client.post(path("/migration"));
    }

    /** Comes back when the migration is complete; none of the rows may have been refused. */
    public void awaitComplete() {
        Waiting.until("the migration's end", LIMIT, () -> {
            String status = show().path("status").asText();
            if (!status.equals("MIGRATE_FILE_INPROGRESS") && !status.equals("MIGRATE_FILE_COMPLETE")) {
                throw new IllegalStateException("the file became " + status);
            }
            return status.equals("MIGRATE_FILE_COMPLETE");
        });
    }

    /** Comes back when so many rows are pending. */
    public void awaitPending() {
        Waiting.until(
                "all rows to be sent",
                LIMIT,
                () -> show().path("counts").path("pending").asInt() == rows);
    }

    /** The upload as it is now. */
    public JsonNode show() {
        return client.get("uploads/" + id);
    }
}

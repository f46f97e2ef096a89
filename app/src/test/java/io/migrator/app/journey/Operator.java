package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A user at the REST API. */
public final class Operator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI service;
    private final String authorization;

    Operator(URI service, String name, String password) {
        this.service = service;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", authorization);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> get(String path) {
        return send(request(path));
    }

    public HttpResponse<byte[]> post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public HttpResponse<byte[]> postFile(byte[] file, String fileName) {
        return send(request("/api/v1/uploads?fileName=" + fileName)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Uploads a file that is accepted; answers its id. */
    public String upload(String csv, String fileName) {
        HttpResponse<byte[]> response = postFile(csv.getBytes(StandardCharsets.UTF_8), fileName);
        assertThat(response.statusCode()).as(() -> text(response)).isEqualTo(201);
        JsonNode upload = json(response);
        assertThat(upload.path("status").asText()).isEqualTo("MIGRATE_FILE_READY");
        return upload.path("id").asText();
    }

    public JsonNode upload(String id) {
        HttpResponse<byte[]> response = get("/api/v1/uploads/" + id);
        assertThat(response.statusCode()).as(() -> text(response)).isEqualTo(200);
        return json(response);
    }

    public void start(String id) {
        command(id, "");
    }

    /** Gives a command that is accepted: "" to start, or resume, retry, cancel. */
    public JsonNode command(String id, String name) {
        String path = "/api/v1/uploads/" + id + "/migration" + (name.isEmpty() ? "" : "/" + name);
        HttpResponse<byte[]> response = post(path);
        assertThat(response.statusCode()).as(() -> text(response)).isEqualTo(202);
        return json(response);
    }

    public JsonNode awaitStatus(String id, String status) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> assertThat(upload(id).path("status").asText()).isEqualTo(status));
        return upload(id);
    }

    /** Waits until the migration has come to an end, whichever. */
    public JsonNode awaitEnd(String id) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> upload(id).path("status").asText(), status -> !status.endsWith("INPROGRESS"));
        return upload(id);
    }

    public String download(String id, String rows) {
        HttpResponse<byte[]> response = get("/api/v1/uploads/" + id + "/file?rows=" + rows);
        assertThat(response.statusCode()).as(() -> text(response)).isEqualTo(200);
        return text(response);
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}

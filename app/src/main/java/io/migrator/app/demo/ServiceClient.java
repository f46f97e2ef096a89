package io.migrator.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Talks to the service as any client does: REST over HTTP, as one user. */
final class ServiceClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI uploads;
    private final String authorization;

    /** An answer of the service; the body is missing where the service sends none. */
    record Answer(int status, JsonNode body) {

        /** The body, when the status is this one. */
        JsonNode expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("the service answered " + status + " instead of " + expected + ": "
                        + body.path("code").asText() + " " + body.path("detail").asText());
            }
            return body;
        }
    }

    ServiceClient(URI service, String user, String password) {
        this.uploads = service.resolve("/api/v1/uploads");
        String credentials = user + ":" + password;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Answer upload(String fileName, String content) {
        String query = "?fileName=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        return send(request(URI.create(uploads + query))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(content))
                .build());
    }

    Answer startMigration(String id) {
        return send(request(URI.create(uploads + "/" + id + "/migration"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    Answer show(String id) {
        return send(request(URI.create(uploads + "/" + id)).build());
    }

    /** Saves the marked-up file; its status is that of the answer. */
    int download(String id, Path target) {
        return send(request(URI.create(uploads + "/" + id + "/file?rows=all")).build(), BodyHandlers.ofFile(target))
                .statusCode();
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).header("Authorization", authorization);
    }

    private Answer send(HttpRequest request) {
        HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
        try {
            byte[] body = response.body();
            return new Answer(response.statusCode(), body.length == 0 ? JSON.missingNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

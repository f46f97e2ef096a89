package io.migrator.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Talks to the service as any client does. Safe to use from any thread. */
public final class ServiceClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Longer than any upload that is measured. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(20);

    private static final int READ_AT_ONCE = 128 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI api;
    private final String authorization;

    ServiceClient(URI service, String user, String password) {
        this.api = service.resolve("/api/v1/");
        String credentials = user + ":" + password;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads a file, which is read from the disk while it is sent. */
    public Answer upload(Path file) {
        try {
            return upload(file.getFileName().toString(), BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads a small file. */
    public Answer upload(String name, String content) {
        return upload(name, BodyPublishers.ofString(content));
    }

    private Answer upload(String name, BodyPublisher body) {
        return send(request("uploads?fileName=" + name)
                .header("Content-Type", "text/csv")
                .POST(body)
                .build());
    }

    /** What {@code GET} of a path below {@code /api/v1/} answers with 200. */
    public JsonNode get(String path) {
        return answer(path).expect(200);
    }

    /** What {@code GET} of a path below {@code /api/v1/} answers. */
    public Answer answer(String path) {
        return send(request(path).build());
    }

    /** {@code POST} without a body, to be answered with 202. */
    public void post(String path) {
        send(request(path).POST(BodyPublishers.noBody()).build()).expect(202);
    }

    /** Downloads a file and throws it away; returns how many bytes it has. */
    public long download(String path) {
        HttpResponse<InputStream> response = send(request(path).build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the download was answered with " + response.statusCode());
            }
            byte[] buffer = new byte[READ_AT_ONCE];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).timeout(ANSWER_LIMIT).header("Authorization", authorization);
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
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

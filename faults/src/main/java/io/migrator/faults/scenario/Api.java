package io.migrator.faults.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service as one tenant's user reaches it, while it comes and goes. Tells what no client should ever be answered. Safe to use
 * from any thread.
 */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<URI> nodes;
    private final AtomicInteger requests = new AtomicInteger();
    private final String authorization;
    private final List<String> wrongAnswers = new CopyOnWriteArrayList<>();

    /** @param body as it came */
    public record Answer(int status, byte[] body) {

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + text(), e);
            }
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param nodes of the service, asked in turns
     * @param tenant whose user has the same name and password
     */
    public Api(List<URI> nodes, String tenant) {
        this.nodes = List.copyOf(nodes);
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((tenant + ":" + tenant).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file; empty when no answer came. */
    public Optional<Answer> upload(SentFile file) {
        return send(request("/api/v1/uploads?fileName=" + file.name() + ".csv")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", file.name())
                .POST(BodyPublishers.ofString(file.csv())));
    }

    /** Gives a command; empty when no answer came. */
    public Optional<Answer> post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Asks for something; empty when no answer came. */
    public Optional<Answer> get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        URI node = nodes.get(Math.floorMod(requests.getAndIncrement(), nodes.size()));
        return HttpRequest.newBuilder(node.resolve(path)).timeout(LIMIT).header("Authorization", authorization);
    }

    private Optional<Answer> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.body());
            boolean isAway = answer.status() == 503;
            if (answer.status() >= 500 && !isAway) {
                wrongAnswers.add(request.method() + " " + request.uri().getPath() + ": " + answer.status() + " "
                        + answer.text());
            }
            if (isAway && response.headers().firstValue("Retry-After").isEmpty()) {
                wrongAnswers.add(request.method() + " " + request.uri().getPath() + ": 503 without Retry-After: "
                        + answer.text());
            }
            return Optional.of(answer);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Answers that a client should never get, whatever dies: of the kind 5xx but not 503, or 503 without a time. */
    public List<String> wrongAnswers() {
        return List.copyOf(wrongAnswers);
    }
}

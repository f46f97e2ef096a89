package io.migrator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.embedded.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test over HTTP against the running query side. Every test class shares one context; tenants keep tests apart. */
@SpringBootTest(classes = QuerySideApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class QuerySideTest {

    protected static final ObjectMapper JSON = new ObjectMapper();

    private static final String DATABASE = TestServers.newDatabase();

    private final HttpClient http = HttpClient.newHttpClient();

    /** Of this test alone. */
    protected final String tenant = "tenant-" + UUID.randomUUID();

    @Autowired
    protected EventStore store;

    @Autowired
    protected JdbcTemplate jdbc;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> DATABASE);
    }

    protected UploadHistory newUpload() {
        return new UploadHistory(store, tenant);
    }

    protected HttpResponse<byte[]> get(String path) {
        return get(tenant, path);
    }

    protected HttpResponse<byte[]> get(String caller, String path) {
        return send(request(caller, path).GET().build());
    }

    protected HttpResponse<byte[]> post(String path) {
        return send(
                request(tenant, path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    protected HttpRequest.Builder request(String caller, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header(QuerySideApplication.TENANT_HEADER, caller)
                .timeout(Duration.ofSeconds(60));
    }

    protected <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The JSON of a successful answer. */
    protected JsonNode json(String path) {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(new String(response.body())).isEqualTo(200);
        return tree(response);
    }

    protected static JsonNode tree(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits until both projections of uploads show all of this history. */
    protected void awaitVisible(UploadHistory upload) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(lastEvent("select last_event from file_uploads where id = ?", upload))
                    .isEqualTo(upload.lastEvent());
            assertThat(lastEvent("select last_event from csv_files where upload_id = ?", upload))
                    .isIn(upload.lastEvent(), -1L); // a rejected file has no rows
        });
    }

    protected long lastEvent(String sql, UploadHistory upload) {
        return jdbc.queryForList(sql, Long.class, upload.id()).stream()
                .findFirst()
                .orElse(-1L);
    }
}

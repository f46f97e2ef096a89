package io.migrator.app.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The {@link WebSlice} on a port of its own, with users of two tenants, and a client for it. */
final class RunningSlice implements AutoCloseable {

    static final String ADMIN = "ada";
    static final String AUDITOR = "auditor";
    static final String OPS = "ops";
    static final String NOBODY = "nobody";
    static final String PASSWORD = "correct horse";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningSlice(String... properties) {
        String[] users = Stream.concat(
                        user(0, ADMIN, "acme", "MIGRATOR_ADMIN"),
                        Stream.concat(
                                user(1, AUDITOR, "acme", "MIGRATOR_AUDITOR"),
                                Stream.concat(user(2, OPS, "zeta", "MIGRATOR_OPS"), user(3, NOBODY, "acme", ""))))
                .toArray(String[]::new);
        String[] fixed = {"--server.port=0", "--server.address=127.0.0.1", "--spring.config.name=none"};
        String[] all =
                Stream.of(users, fixed, properties).flatMap(Arrays::stream).toArray(String[]::new);
        context = new SpringApplicationBuilder(WebSlice.class)
                .profiles(WebSlice.PROFILE)
                .run(all);
    }

    private static Stream<String> user(int n, String name, String tenant, String authorities) {
        String prefix = "--migrator.security.users[" + n + "].";
        return Stream.of(
                prefix + "name=" + name,
                prefix + "password={noop}" + PASSWORD,
                prefix + "tenant=" + tenant,
                prefix + "authorities=" + authorities);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    HttpRequest.Builder requestAs(String user, String path) {
        return request(path).header("Authorization", basic(user, PASSWORD));
    }

    static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return send(requestAs(user, path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The status alone: the body is not waited for, it may never end. */
    int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream unread = response.body()) {
            return response.statusCode();
        }
    }

    /** A client that keeps cookies, as a browser does. */
    static HttpClient browser(CookieManager cookies) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
    }
}

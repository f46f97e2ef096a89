package io.migrator.exporter.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.filetype.FileType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The service by its REST API, for one user of one tenant. What passes (no answer, 429, 502, 503, 504) is tried again for some
 * time, then told. Safe to use from several threads.
 */
public final class MigratorService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** A file of millions of rows is read and validated before it is answered. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(15);

    /** The most that a page may have. */
    private static final int PAGE = 500;

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    /** The upload is still worked on, for somebody who has gone. */
    private static final String KEY_IN_USE = "IDEMPOTENCY_KEY_IN_USE";

    private static final int REFUSED = 422;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI api;
    private final String authorization;
    private final Patience patience;

    /** @param patience with a service that is away */
    public MigratorService(String url, String user, String password, Patience patience) {
        this.api = URI.create(url.replaceFirst("/+$", "") + "/api/v1/");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
    }

    /** The tenant of the user. */
    public String tenant() {
        return json(get("me")).path("tenant").asText();
    }

    /** @throws ServiceException also when there is no type of this name */
    public FileType fileType(String name) {
        return FileType.of(json(get("file-types/" + name)));
    }

    /** Every type. */
    public List<FileType> fileTypes() {
        List<FileType> types = new ArrayList<>();
        json(get("file-types")).forEach(type -> types.add(FileType.of(type)));
        return types;
    }

    /**
     * Sends a file. However often it is sent under one key, it is one upload.
     *
     * @param key of this content and no other
     */
    public Uploaded upload(Path file, String fileName, String key) {
        HttpResponse<byte[]> response = send(
                request("uploads?fileName=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8))
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .header("Idempotency-Key", key)
                        .POST(body(file)),
                "sending " + fileName);
        JsonNode upload = json(response);
        if (response.statusCode() == CREATED && !upload.path("id").asText().isEmpty()) {
            return new Uploaded(
                    upload.path("id").asText(), true, upload.path("rowCount").asInt());
        }
        String id = upload.path("uploadId").asText(upload.path("id").asText());
        if (response.statusCode() == REFUSED && !id.isEmpty()) {
            return new Uploaded(id, false, 0);
        }
        throw refused("sending " + fileName, response.statusCode(), upload);
    }

    private static BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every violation of a rejected upload. */
    public List<Violation> violations(String uploadId) {
        List<Violation> violations = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(get("uploads/" + uploadId + "/violations?limit=" + PAGE
                    + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))));
            for (JsonNode item : page.path("items")) {
                violations.add(new Violation(
                        item.path("row").asInt(),
                        item.path("column").asText(""),
                        item.path("code").asText(),
                        item.path("message").asText("")));
            }
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return violations;
    }

    /** Starts the migration of an upload, or resumes or retries it; what the state does not allow is taken for done. */
    public void command(String uploadId, String command) {
        String path = "uploads/" + uploadId + "/migration" + (command.isEmpty() ? "" : "/" + command);
        HttpResponse<byte[]> response = send(request(path).POST(BodyPublishers.noBody()), "the command " + path);
        JsonNode answer = json(response);
        if (response.statusCode() != 202 && response.statusCode() != 409) {
            throw refused("the command " + path, response.statusCode(), answer);
        }
    }

    /** How far an upload is. */
    public Migration migration(String uploadId) {
        JsonNode upload = json(get("uploads/" + uploadId));
        return new Migration(
                upload.path("status").asText(),
                upload.path("rowCount").asInt(),
                upload.path("counts").path("success").asInt(),
                upload.path("counts").path("error").asInt());
    }

    /** Brings the marked-up file. */
    public void download(String uploadId, String rows, Path to) {
        String path = "uploads/" + uploadId + "/file?rows=" + rows;
        Path part = to.resolveSibling(to.getFileName() + ".part");
        HttpResponse<Path> response = send(request(path).GET(), "fetching " + path, BodyHandlers.ofFile(part));
        if (response.statusCode() != OK) {
            throw refused("fetching " + path, response.statusCode(), JSON.createObjectNode());
        }
        try {
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> get(String path) {
        HttpResponse<byte[]> response = send(request(path).GET(), "asking for " + path);
        if (response.statusCode() != OK) {
            throw refused("asking for " + path, response.statusCode(), json(response));
        }
        return response;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json, text/csv");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String what) {
        return send(request, what, BodyHandlers.ofByteArray());
    }

    /** A body that breaks off is no answer either. */
    private <T> HttpResponse<T> send(HttpRequest.Builder request, String what, HttpResponse.BodyHandler<T> handler) {
        return patience.tryAgain(what, () -> {
            try {
                HttpResponse<T> response = http.send(request.build(), handler);
                boolean isInUse = response.statusCode() == CONFLICT
                        && response.body() instanceof byte[] body
                        && new String(body, StandardCharsets.UTF_8).contains(KEY_IN_USE);
                if (isInUse || Patience.PASSING.contains(response.statusCode())) {
                    throw new ServiceException(what + ": the service answers " + response.statusCode(), true);
                }
                return response;
            } catch (IOException e) {
                throw new ServiceException(what + ": the service at " + api + " does not answer", true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServiceException(what + " was broken off", false);
            }
        });
    }

    private static ServiceException refused(String what, int status, JsonNode problem) {
        return new ServiceException(
                switch (status) {
                    case 401 -> what + ": user or password is refused by the service";
                    case 403 -> what + ": the user may not do that; MIGRATOR_ADMIN is needed";
                    default ->
                        what + ": the service answers " + status + " "
                                + problem.path("code").asText() + " "
                                + problem.path("detail").asText();
                },
                false);
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            JsonNode node = JSON.readTree(response.body());
            return node == null ? JSON.createObjectNode() : node;
        } catch (IOException e) {
            return JSON.createObjectNode().put("code", "UNREADABLE_ANSWER"); // of something before the service
        }
    }
}

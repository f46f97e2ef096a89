package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that should not be sent to the service, and is: each is answered with a 4xx and a code that says what is wrong, none
 * with a fault, none never, and none leaves a file behind.
 */
class HostileInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Stream<HostileInput> inputs() {
        return Stream.of(HostileCells.all(), HostileBytes.all(), HostileArchives.all(), HostileRequests.all())
                .flatMap(all -> all);
    }

    @Test
    void thereAreMoreThanFiveHundred() {
        assertThat(inputs()).hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void itIsRefusedWithACode(HostileInput input) {
        HttpRequest.Builder request = Installation.get()
                .ann()
                .request("/api/v1/uploads" + input.query())
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(input.body()));
        input.headers().forEach(request::header);

        HttpResponse<byte[]> answer = Installation.get().ann().send(request);

        assertThat(answer.statusCode()).as(() -> Operator.text(answer)).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Operator.json(answer);
        assertThat(problem.path("code").asText()).matches("[A-Z0-9_]+");
        assertThat(problem.path("detail").asText()).isNotBlank();
        if (answer.statusCode() == 422 && problem.has("violations")) {
            assertThat(problem.path("violationTotal").asLong()).isPositive();
            assertThat(problem.path("violations")).isNotEmpty();
        }
    }

    /** Senders that break off, or do not keep to HTTP; what they are answered, if anything, nobody reads. */
    @ParameterizedTest
    @MethodSource("brokenSenders")
    void aSenderThatBreaksOffLeavesNothing(String head, String body) throws IOException {
        URI service = Installation.get().ann().request("/").build().uri();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            String authorization = Installation.get()
                    .ann()
                    .request("/")
                    .build()
                    .headers()
                    .firstValue("Authorization")
                    .orElseThrow();
            out.write(("POST /api/v1/uploads?fileName=a.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + authorization + "\r\nContent-Type: text/csv\r\n" + head + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        awaitEmptySpool();
    }

    static Stream<Arguments> brokenSenders() {
        String file = CustomerFiles.of(1000, row -> CustomerFiles.row("B", row));
        return Stream.of(
                        List.of("Content-Length: 100000000", file),
                        List.of("Content-Length: 100000000", ""),
                        List.of("Transfer-Encoding: chunked", "FFFFFF\r\n" + file),
                        List.of("Transfer-Encoding: chunked", "not a number\r\n" + file),
                        List.of("Transfer-Encoding: chunked", Integer.toHexString(5) + "\r\n12345\r\n"),
                        List.of("Content-Length: -1", file),
                        List.of("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
                        List.of("Content-Encoding: gzip\r\nContent-Length: 5000", "\u001f"))
                .map(broken -> Arguments.of(broken.get(0), broken.get(1)));
    }

    @AfterAll
    static void noFileIsLeft() {
        awaitEmptySpool();
    }

    private static void awaitEmptySpool() {
        Path spool = Installation.get().spoolFolder();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(files(spool)).isEmpty());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

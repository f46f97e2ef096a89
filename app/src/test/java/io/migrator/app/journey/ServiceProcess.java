package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrator.app.launch.Launcher;
import io.migrator.embedded.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The whole service as {@code ./migrator start} runs it, embedded servers included, as a process that can be killed and started
 * again on the same data. Closing it ends everything, a database that outlived its service too.
 */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final Process process;
    private final URI url;

    private ServiceProcess(Path data, Process process, URI url) {
        this.data = data;
        this.process = process;
        this.url = url;
    }

    /** Starts it and waits until it serves requests; its output goes to a file beside the data. */
    static ServiceProcess start(Path data, int port, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-XX:NewRatio=1",
                "-XX:TieredStopAtLevel=1", // it does not live long enough for more
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        File output = data.resolveSibling(data.getFileName() + ".log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        ServiceProcess service = new ServiceProcess(data, process, URI.create("http://127.0.0.1:" + port));
        try {
            await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> service.isReady(output));
            return service;
        } catch (RuntimeException e) {
            service.closeAfter(e);
            throw e;
        }
    }

    private boolean isReady(File output) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended: " + Files.readString(output.toPath()));
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The user {@code admin} of tenant {@code default}. */
    Operator admin() throws IOException {
        return new Operator(
                url, "admin", Files.readString(data.resolve("admin-password")).strip());
    }

    /** Sends the beginning of a file that goes on for a megabyte; the rest never comes. */
    Socket beginUpload(String beginning) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        String password = Files.readString(data.resolve("admin-password")).strip();
        String credentials = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(("POST /api/v1/uploads?fileName=begun.csv HTTP/1.1\r\nHost: " + url.getAuthority()
                                + "\r\nAuthorization: Basic " + credentials
                                + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n" + beginning)
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The database of the service, and in its schema {@code crm} that of the target; with user and password. */
    String database() throws IOException {
        String port = Files.readString(data.resolve("postgres-port")).strip();
        String password = Files.readString(data.resolve("postgres/password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/migrator?user=postgres&password=" + password;
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What SIGTERM does; true when it has ended by itself and left no database behind. */
    boolean endsInOrder() throws InterruptedException {
        process.destroy();
        return process.waitFor(90, TimeUnit.SECONDS)
                && PostgresServer.runningIn(data.resolve("postgres")).isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            kill();
        }
        Path postgres = data.resolve("postgres");
        // Adopting the server is how it is stopped in order.
        PostgresServer.runningIn(postgres)
                .ifPresent(port -> PostgresServer.startDurable(postgres, port).close());
    }

    private void closeAfter(RuntimeException cause) {
        try {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cause.addSuppressed(e);
        }
    }
}

package io.migrator.bench.service;

import io.migrator.bench.host.Servers;
import io.migrator.bench.measure.CpuTime;
import io.migrator.bench.process.ChildProcess;
import io.migrator.bench.process.JavaCommand;
import io.migrator.bench.process.ServerPid;
import io.migrator.embedded.FreePort;
import io.migrator.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The product as {@code ./migrator start} runs it, in a process of its own. */
public final class Service implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final String ADMIN = "admin";
    private static final String PASSWORD = "admin-password";

    private final Launch launch;
    private final ChildProcess process;
    private final GcLog collections;
    private final URI url;
    private final ServiceClient client;

    private Service(Launch launch, ChildProcess process, GcLog collections, URI url, ServiceClient client) {
        this.launch = launch;
        this.process = process;
        this.collections = collections;
        this.url = url;
        this.client = client;
    }

    /** Starts it and comes back when it serves requests. */
    public static Service start(Launch launch) {
        int port = FreePort.find();
        GcLog collections = new GcLog(launch.log().resolveSibling(launch.log().getFileName() + ".gc"));
        ChildProcess process = ChildProcess.start(command(launch, port, collections), launch.log());
        try {
            URI url = URI.create("http://127.0.0.1:" + port);
            Waiting.until("the service to be ready", START_LIMIT, () -> {
                process.requireAlive();
                return isReady(url);
            });
            String password = Files.readString(launch.data().resolve(PASSWORD)).strip();
            return new Service(launch, process, collections, url, new ServiceClient(url, ADMIN, password));
        } catch (IOException e) {
            process.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static JavaCommand command(Launch launch, int port, GcLog collections) {
        List<String> options = new ArrayList<>(launch.javaOptions());
        options.add(collections.option());
        List<String> arguments = new ArrayList<>(List.of(
                "--port", Integer.toString(port), "--data", launch.data().toString()));
        arguments.addAll(launch.arguments());
        return JavaCommand.ofJar(launch.jar(), options).with(arguments);
    }

    private static boolean isReady(URI url) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    url.resolve("/actuator/health/readiness").toURL().openConnection();
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false; // it does not listen yet
        }
    }

    /** Talks to it as the user {@code admin}. */
    public ServiceClient client() {
        return client;
    }

    /** Where it is. */
    public URI url() {
        return url;
    }

    /** The file with the password of the user {@code admin}. */
    public Path passwordFile() {
        return launch.data().resolve(PASSWORD);
    }

    /** Its garbage collections. */
    public GcLog collections() {
        return collections;
    }

    /** CPU time of the service, and of its embedded PostgreSQL when it has one. */
    public CpuTime cpu() {
        Path postgres = launch.data().resolve("postgres/data/postmaster.pid");
        return Files.exists(postgres)
                ? new CpuTime(List.of(process::pid, () -> ServerPid.read(postgres)))
                : new CpuTime(List.of(process::pid));
    }

    /** The embedded servers. */
    public Servers servers() {
        return new Servers(
                "jdbc:postgresql://127.0.0.1:" + read("postgres-port") + "/migrator",
                "postgres",
                read("postgres/password"),
                "127.0.0.1:" + read("kafka-port"));
    }

    private String read(String file) {
        try {
            return Files.readString(launch.data().resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and a database that outlived it. */
    @Override
    public void close() {
        process.close();
        Path postgres = launch.data().resolve("postgres");
        // Adopting the server is how it is stopped in order.
        PostgresServer.runningIn(postgres)
                .ifPresent(port -> PostgresServer.startDurable(postgres, port).close());
    }
}

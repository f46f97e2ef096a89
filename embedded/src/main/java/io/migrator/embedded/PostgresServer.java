package io.migrator.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server as a process of its own, on 127.0.0.1 only.
 *
 * <p>A durable one keeps its data between runs and loses nothing that was committed, whatever dies. When the JVM was
 * killed the server lives on; the next start on the same directory and port adopts it. Safe to use from any thread.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private static final String SUPERUSER = "postgres";
    /** Longer than crash recovery of a full write-ahead log takes on a slow disk. */
    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(3);

    private static final int PID_FILE_PORT_LINE = 3;

    private final EmbeddedPostgres server;
    private final String password;

    private PostgresServer(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts a server whose data stays in {@code directory}, or adopts the one that still runs there.
     *
     * @param directory belongs to this server alone: data, binaries, the server's log and the password
     * @throws IllegalStateException when another process uses the directory, or the server does not start
     */
    public static PostgresServer startDurable(Path directory, int port) {
        try {
            Files.createDirectories(directory);
            PostgresAccess access = PostgresAccess.in(directory);
            EmbeddedPostgres.Builder builder = builder(directory.resolve("data"), port)
                    .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                    .setConnectConfig("password", access.password())
                    // pg_ctl gives its output to the server, which outlives this JVM: a pipe would break.
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("server.log").toFile()));
            PostgresSettings.DURABLE.forEach(builder::setServerConfig);
            PostgresServer server = new PostgresServer(builder.start(), access.password());
            access.requirePassword(server);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start in " + directory, e);
        }
    }

    /**
     * The port of the server that still runs on {@code directory} because the JVM that started it was killed; empty when none
     * does.
     */
    public static OptionalInt runningIn(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"));
            int port = Integer.parseInt(lines.get(PID_FILE_PORT_LINE).strip());
            boolean alive =
                    ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
            return alive && !FreePort.isFree(port) ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalInt.empty(); // no such file, or the server died while it wrote it
        }
    }

    /** Starts an empty server that is fast and forgets: for tests. Its data is deleted when it is closed. */
    static PostgresServer startDisposable() {
        try {
            // Below the library's own directory, which it sweeps of what killed test runs left behind.
            Path parent = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"));
            EmbeddedPostgres.Builder builder = builder(Files.createTempDirectory(parent, "data"), FreePort.find())
                    .setCleanDataDirectory(true);
            PostgresSettings.DISPOSABLE.forEach(builder::setServerConfig);
            return new PostgresServer(builder.start(), "");
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_LIMIT);
        // Sorting by code point, the same on every machine, whatever locales it has.
        return builder.setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
    }

    /** JDBC URL of a database, without user and password; server messages do not repeat the values they complain about. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?logServerErrorDetail=false";
    }

    /** The user that owns everything. */
    public String user() {
        return SUPERUSER;
    }

    /** The user's password; empty for a disposable server, which asks for none. */
    public String password() {
        return password;
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Creates a database unless it exists. */
    public void createDatabase(String name) {
        try (Connection connection = connect();
                var exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + create.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be created", e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), user(), password());
    }

    /** Stops the server in order. Connections that are still open are ended. */
    @Override
    public void close() {
        try {
            checkpoint();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stop that follows has only seconds; after a checkpoint little is left to write. */
    private void checkpoint() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            // Not needed to be safe: an unfinished stop is a crash, and those are recovered from.
            LOG.debug("no checkpoint before the stop: {}", e.getSQLState());
        }
    }
}

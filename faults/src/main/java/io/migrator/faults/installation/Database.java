package io.migrator.faults.installation;

import io.migrator.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL server of the service and of the target, each with a database of its own. */
public final class Database implements Victim, AutoCloseable {

    /** Of the service. */
    public static final String MIGRATOR = "migrator";
    /** Of the target. */
    public static final String CRM = "crm";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path directory;
    private final int port;
    private @Nullable PostgresServer server;
    private volatile boolean isClosed;

    Database(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    @Override
    public String name() {
        return "database";
    }

    /** What a killed server's sessions hold of its memory has to be let go of before the next one can start. */
    @Override
    public synchronized void restart() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isClosed) {
            try {
                PostgresServer started = PostgresServer.startDurable(directory, port);
                started.createDatabase(MIGRATOR);
                started.createDatabase(CRM);
                server = started;
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Pause.millis(200);
            }
        }
    }

    @Override
    public synchronized void kill() {
        List<Long> pids = pids();
        Signals.send("KILL", pids);
        while (pids.stream().anyMatch(pid -> ProcessHandle.of(pid).isPresent())) {
            Pause.millis(20);
        }
        PostgresServer dead = server;
        if (dead != null) {
            dead.close(); // else this process still keeps the directory for it
        }
    }

    @Override
    public synchronized void hold() {
        Signals.send("STOP", pids());
    }

    @Override
    public synchronized void release() {
        Signals.send("CONT", pids());
    }

    /** The server and its sessions. */
    private List<Long> pids() {
        try {
            long server = Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
            List<Long> pids = new ArrayList<>(List.of(server));
            ProcessHandle.of(server)
                    .ifPresent(process -> process.descendants().forEach(session -> pids.add(session.pid())));
            return pids;
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Makes one more, unless it is there. */
    public synchronized void create(String database) {
        running().createDatabase(database);
    }

    /** A connection of the suite's own, past everything that is cut. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database, port), user(), password());
    }

    String url(String database, int throughPort) {
        return "jdbc:postgresql://127.0.0.1:" + throughPort + "/" + database + "?logServerErrorDetail=false";
    }

    synchronized String user() {
        return running().user();
    }

    synchronized String password() {
        return running().password();
    }

    private PostgresServer running() {
        PostgresServer known = server;
        if (known == null) {
            throw new IllegalStateException("the database was never started");
        }
        return known;
    }

    @Override
    public void close() {
        isClosed = true; // before the lock: a start that goes on and on lets go of it then
        end();
    }

    private synchronized void end() {
        release();
        running().close();
    }
}

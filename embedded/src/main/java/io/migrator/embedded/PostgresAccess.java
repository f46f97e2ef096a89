package io.migrator.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/**
 * Who may connect to a durable server: only who can read the password file. A server that has just been created trusts
 * every local process; {@link #requirePassword} ends that.
 */
final class PostgresAccess {

    private static final String RULES = "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n";

    private final Path rulesFile;
    private final String password;

    private PostgresAccess(Path rulesFile, String password) {
        this.rulesFile = rulesFile;
        this.password = password;
    }

    static PostgresAccess in(Path directory) throws IOException {
        Path passwordFile = directory.resolve("password");
        if (!Files.exists(passwordFile)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFile.write(
                    passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return new PostgresAccess(
                directory.resolve("data").resolve("pg_hba.conf"),
                Files.readString(passwordFile).strip());
    }

    String password() {
        return password;
    }

    void requirePassword(PostgresServer server) throws IOException {
        if (Files.readString(rulesFile).equals(RULES)) {
            return;
        }
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + server.user() + " PASSWORD " + statement.enquoteLiteral(password));
            PrivateFile.write(rulesFile, RULES);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("the database's password could not be set", e);
        }
    }
}

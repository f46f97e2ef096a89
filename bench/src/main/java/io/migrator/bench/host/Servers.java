package io.migrator.bench.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL and a Kafka broker that run.
 *
 * @param databaseUrl of one database, without user and password
 */
public record Servers(String databaseUrl, String user, String password, String bootstrapServers) {

    /** A connection to the database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl, user, password);
    }

    /** The version of PostgreSQL. */
    public String postgresVersion() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public String toString() {
        return "Servers[" + databaseUrl + ", " + bootstrapServers + "]";
    }
}

package io.migrator.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections to PostgreSQL as the peers want them: pooled, and inserts of a batch rewritten into statements of many rows. */
public final class PeerDatabase {

    private static final int CONNECTIONS = 8;

    private PeerDatabase() {}

    /**
     * A pool; the caller closes it.
     *
     * @param url a JDBC URL of PostgreSQL
     * @param user empty when the URL names it
     * @param password empty when none is needed
     */
    public static HikariDataSource open(String url, String user, String password) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("peer");
        pool.setJdbcUrl(url);
        if (!user.isEmpty()) {
            pool.setUsername(user);
            pool.setPassword(password);
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("ApplicationName", "peer");
        return new HikariDataSource(pool);
    }
}

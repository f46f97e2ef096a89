package io.migrator.faults.scenario;

import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into the event store whether rows of an upload are ordered to be sent. */
final class Ordered {

    private static final long PAUSE_MILLIS = 20;
    private static final String QUERY = """
            select count(*) from domainevententry
             where aggregateidentifier = ? and payloadtype like '%.RowsDispatchRequested'""";

    private Ordered() {}

    /** Comes back as soon as they are, or when the time is over or the database is away. */
    static void await(Installation installation, String uploadId, long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        try (Connection connection = installation.connectToServiceDatabase();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, uploadId);
            while (System.nanoTime() < deadline && !isThere(query)) {
                Pause.millis(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            // the fault happens all the same
        }
    }

    private static boolean isThere(PreparedStatement query) throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            found.next();
            return found.getInt(1) > 0;
        }
    }
}

package io.migrator.faults.scenario;

import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.Pause;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks into the event store whether a file is there of which some chunks are stored and others are not. */
final class HalfStored implements AutoCloseable {

    private static final long PAUSE_MILLIS = 5;
    private static final String QUERY = """
            select count(*) from domainevententry staged where payloadtype like '%.RowsStaged' and not exists (
                select from domainevententry ended where ended.aggregateidentifier = staged.aggregateidentifier
                    and (ended.payloadtype like '%.StagingCompleted' or ended.payloadtype like '%.StagingAbandoned'))
            and exists (
                select from domainevententry registered where registered.aggregateidentifier = staged.aggregateidentifier
                    and registered.payloadtype like '%.FileUploadRegistered'
                    and position(convert_to(?, 'UTF8') in registered.payload) > 0)""";

    private final @Nullable Connection connection;
    private final String fileName;

    private HalfStored(@Nullable Connection connection, String fileName) {
        this.connection = connection;
        this.fileName = fileName;
    }

    /** Of a database that may be away. */
    static HalfStored in(Installation installation, String fileName) {
        try {
            return new HalfStored(installation.connectToServiceDatabase(), fileName);
        } catch (SQLException e) {
            return new HalfStored(null, fileName);
        }
    }

    /** Comes back as soon as it is, or when the time is over or the database has gone. */
    void await(long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < deadline && !isThere()) {
            Pause.millis(PAUSE_MILLIS);
        }
    }

    private boolean isThere() {
        if (connection == null) {
            return false;
        }
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, fileName);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1) > 0;
            }
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // the database has gone, and the connection with it
        }
    }
}

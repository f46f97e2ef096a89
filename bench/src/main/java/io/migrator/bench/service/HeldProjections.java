package io.migrator.bench.service;

import io.migrator.bench.host.Servers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The projections over rows, made to stand still, so that what else the service does can be measured alone: their positions are
 * claimed as another node would claim them, and given back when this is closed. The one of the uploads goes on, for its
 * counts tell how far a migration is.
 */
public final class HeldProjections implements AutoCloseable {

    private static final String KEPT_RUNNING = "file-uploads";
    private static final String HOLD = "update tokenentry set owner = 'bench', timestamp = '2999-01-01T00:00:00Z'"
            + " where processorname = any (?)";
    private static final String RELEASE = "update tokenentry set owner = null where processorname = any (?)";

    private final Servers servers;
    private final String[] names;

    private HeldProjections(Servers servers, String... names) {
        this.servers = servers;
        this.names = names;
    }

    /** Holds them back from now on. */
    public static HeldProjections hold(Servers servers, ServiceClient client) throws SQLException {
        String[] names = client.get("projections").findValuesAsText("name").stream()
                .filter(name -> !name.equals(KEPT_RUNNING))
                .toArray(String[]::new);
        HeldProjections held = new HeldProjections(servers, names);
        held.update(HOLD);
        return held;
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = servers.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("the service keeps the positions of its projections elsewhere");
            }
        }
    }

    /** Lets them go on. */
    @Override
    public void close() throws SQLException {
        update(RELEASE);
    }
}

package io.migrator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrator.faults.installation.Database;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.scenario.Api;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service's database is dumped in the middle of a migration and brought back elsewhere. */
class BackupTest {

    private static final int ROWS = 6_000;

    private final TwoNodes nodes = TwoNodes.get();
    private final Installation installation = nodes.installation();
    private final Api api = nodes.api();

    @Test
    void aMigrationGoesOnFromADumpThatWasTakenWhileItRan() throws Exception {
        String id = TwoNodes.start(api, TwoNodes.file("saved", ROWS));
        await().atMost(Duration.ofMinutes(1)).until(() -> TwoNodes.settled(api, id) > 0);
        DatabaseDump dump;
        try (Connection database = installation.connectToServiceDatabase()) {
            dump = DatabaseDump.take(database);
        }
        // it goes on for a while that the dump knows nothing of
        int dumped = TwoNodes.settled(api, id);
        await().atMost(Duration.ofMinutes(1)).until(() -> TwoNodes.settled(api, id) > dumped);

        installation.database().create("restored");
        try (Connection database = installation.database().connect("restored")) {
            dump.restore(database);
            assertThat(count(database, "select rows_success from file_uploads where file_name = 'saved.csv'"))
                    .as("settled in the dump")
                    .isLessThan(ROWS);
        }
        installation.moveServiceTo("restored");

        TwoNodes.awaitComplete(api, id);
        assertThat(TwoNodes.settled(api, id)).isEqualTo(ROWS);
        assertThat(customers()).isEqualTo(ROWS);
        String later = TwoNodes.start(api, TwoNodes.file("after-the-restore", 100));
        TwoNodes.awaitComplete(api, later);
    }

    private long customers() throws SQLException {
        String customers = " from crm.customers where tenant = 'acme' and external_id like 'saved%'";
        try (Connection crm = installation.database().connect(Database.CRM)) {
            assertThat(count(crm, "select count(distinct external_id)" + customers))
                    .isEqualTo(ROWS);
            return count(crm, "select count(*)" + customers);
        }
    }

    private static long count(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery(query)) {
            assertThat(count.next()).isTrue();
            return count.getLong(1);
        }
    }
}

package io.migrator.command.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.Sealed;
import io.migrator.api.command.OrderedRows;
import io.migrator.api.command.RecordRowOutcomes;
import io.migrator.api.command.RequestRowsDispatch;
import io.migrator.api.command.ResumeMigration;
import io.migrator.api.command.StartMigration;
import io.migrator.api.command.StopMigration;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.event.StopReason;
import io.migrator.embedded.TestServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL. */
class FileUploadRepositoryTest {

    private static final String DATABASE = TestServers.newDatabase();
    private static final Node ONE = new Node(DATABASE);
    private static final Node TWO = new Node(DATABASE);
    private static final Sealed CONTENT = Sealed.of(new byte[1000]);

    @AfterAll
    static void close() {
        ONE.close();
        TWO.close();
    }

    @Test
    void aFileIsLoadedWithoutItsRowContent() {
        UUID id = ONE.readyFile(5, CONTENT);
        ONE.jdbc()
                .update(
                        "UPDATE domainevententry SET payload = 'unreadable' WHERE aggregateidentifier = ?"
                                + " AND payloadtype LIKE '%RowsStaged'",
                        id.toString());

        long version = TWO.send(new StartMigration(id, "acme", 7, "bob"));

        assertThat(version).isEqualTo(7);
    }

    @Test
    void theSnapshotIsStoredWithTheEventThatMakesTheFileReady() {
        UUID id = ONE.readyFile(3, CONTENT);
        assertThat(snapshots(id)).containsExactly(4L);
    }

    @Test
    void aFileOfOneChunkHasNoSnapshotWhileItsEventsAreFew() {
        UUID id = ONE.readyFile(1, CONTENT);
        ONE.send(new StartMigration(id, "acme", 7, "bob"));
        assertThat(snapshots(id)).isEmpty();
        for (int row = 1; row <= 60; row++) {
            ONE.send(new RecordRowOutcomes(id, "acme", List.of(success(row))));
        }
        assertThat(snapshots(id)).singleElement();
        assertThatThrownBy(() -> TWO.send(new ResumeMigration(id, "acme", "bob")))
                .hasMessageContaining("MIGRATE_FILE_INPROGRESS");
    }

    @Test
    void furtherSnapshotsFollowAsEventsAreAdded() {
        UUID id = ONE.readyFile(2, CONTENT);
        ONE.send(new StartMigration(id, "acme", 7, "bob"));
        for (int row = 1; row <= 120; row++) {
            ONE.send(new RecordRowOutcomes(id, "acme", List.of(success(row))));
        }
        assertThat(snapshots(id)).singleElement().satisfies(version -> assertThat(version)
                .isGreaterThanOrEqualTo(100L));
        assertThatThrownBy(() -> TWO.send(new ResumeMigration(id, "acme", "bob")))
                .hasMessageContaining("MIGRATE_FILE_INPROGRESS");
    }

    @Test
    void aNodeNoticesThatAnotherHasChangedTheFileItRemembers() {
        UUID id = ONE.readyFile(1, CONTENT);
        ONE.send(new StartMigration(id, "acme", 7, "bob"));
        TWO.send(new StopMigration(id, 1, StopReason.STALLED, Instant.MAX));

        ONE.send(new ResumeMigration(id, "acme", "bob"));

        OrderedRows ordered = TWO.send(new RequestRowsDispatch(id, 1, 5000));
        assertThat(ordered).isEqualTo(new OrderedRows(1000, 0));
        assertThat((OrderedRows) ONE.send(new RequestRowsDispatch(id, 1, 5000))).isEqualTo(new OrderedRows(0, 0));
    }

    @Test
    void commandsFromBothNodesFollowOneAnother() throws Exception {
        UUID id = ONE.readyFile(1, CONTENT);
        ONE.send(new StartMigration(id, "acme", 7, "bob"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int row = 1; row <= 200; row++) {
                Node node = row % 2 == 0 ? ONE : TWO;
                RecordRowOutcomes command = new RecordRowOutcomes(id, "acme", List.of(success(row)));
                sent.add(threads.submit(() -> node.send(command)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        OrderedRows rest = ONE.send(new RequestRowsDispatch(id, 1, 5000));
        assertThat(rest.rows()).isEqualTo(800);
    }

    private static List<Long> snapshots(UUID id) {
        return ONE.jdbc()
                .queryForList(
                        "SELECT sequencenumber FROM snapshotevententry WHERE aggregateidentifier = ?",
                        Long.class,
                        id.toString());
    }

    private static RowOutcome success(int row) {
        return new RowOutcome(row, 1, true, "1" + row, "2" + row, "3" + row, "INSERTED", null, null);
    }
}

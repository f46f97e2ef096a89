package io.migrator.query.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventWaitsTest extends QuerySideTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final int SECONDS = 20;

    private EventWaits waits;

    @AfterEach
    void stop() {
        waits.destroy();
    }

    private void begin(Duration pollInterval) {
        SeenEvents table = SeenEvents.of(jdbc, "file_uploads", "id");
        waits = new EventWaits("test", table, new VisibilitySettings(NEVER, pollInterval), Clock.systemUTC());
        waits.afterPropertiesSet();
    }

    private UploadHistory visible() {
        UploadHistory upload = newUpload()
                .registered("customers.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 1, 1)
                .staged(List.of(new StagedRow("E1,Zoë", null)));
        awaitVisible(upload);
        return upload;
    }

    @Test
    void what_the_table_holds_is_known_at_once_to_who_asks_it() {
        begin(NEVER);
        UploadHistory upload = visible();
        assertThat(waits.until(upload.id(), upload.lastEvent())).isDone();
        assertThat(waits.until(upload.id(), upload.lastEvent() + 1)).isNotDone();
    }

    @Test
    void a_recorded_event_that_was_told_before_is_not_waited_for() {
        begin(NEVER);
        UUID upload = UUID.randomUUID();
        waits.seen(upload, 5);
        waits.seen(upload, 3);
        assertThat(waits.untilRecorded(upload, 5)).isDone();
    }

    @Test
    void a_recorded_event_is_waited_for_until_it_is_told() throws Exception {
        begin(NEVER);
        UUID upload = UUID.randomUUID();
        waits.seen(upload, 5);
        CompletableFuture<Void> wait = waits.untilRecorded(upload, 6);
        assertThat(wait).isNotDone();
        waits.seen(upload, 6);
        wait.get(SECONDS, TimeUnit.SECONDS);
    }

    /** As after a restart, for who repeats a command. */
    @Test
    void a_recorded_event_of_an_upload_that_nobody_told_of_is_asked_for() {
        begin(NEVER);
        UploadHistory upload = visible();
        assertThat(waits.untilRecorded(upload.id(), upload.lastEvent())).isDone();
    }

    /** As one that another node's projection has written. */
    @Test
    void a_recorded_event_that_nobody_tells_of_is_found_by_the_poll() throws Exception {
        begin(Duration.ofMillis(20));
        UploadHistory upload = visible();
        waits.seen(upload.id(), 0);
        waits.untilRecorded(upload.id(), upload.lastEvent()).get(SECONDS, TimeUnit.SECONDS);
    }
}

package io.migrator.saga.migration;

import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.Sealed;
import io.migrator.api.command.OrderedRows;
import io.migrator.api.command.RequestRowsDispatch;
import io.migrator.api.command.StopMigration;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.MigrationCancelled;
import io.migrator.api.event.MigrationCompleted;
import io.migrator.api.event.MigrationResumed;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.MigrationStopped;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.StopReason;
import io.migrator.saga.progress.ProgressConditions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A window of 100 rows, a stall after ten minutes, a limit of a day. */
class MigrationSagaTest {

    private static final UUID ID = UUID.fromString("6f1f1c1e-0000-4000-8000-000000000002");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration STALL = Duration.ofMinutes(10);

    private final Deque<OrderedRows> orders = new ArrayDeque<>();
    private @Nullable Instant lastProgress;
    private Instant goodSince = Instant.MIN;
    private SagaTestFixture<MigrationSaga> fixture;

    @BeforeEach
    void fixture() {
        fixture = new SagaTestFixture<>(MigrationSaga.class);
        fixture.registerHandlerEnhancerDefinition(new OpenRowsOnly());
        fixture.registerResource(
                new MigrationSettings(100, Map.of("small", 20), STALL, Duration.ofHours(24), Duration.ofMinutes(30)));
        fixture.registerResource((ProgressConditions) () -> goodSince);
        fixture.registerResource(new FixtureClock());
        fixture.setCallbackBehavior((payload, metaData) -> answer(payload));
    }

    private @Nullable Object answer(Object command) {
        if (command instanceof RequestRowsDispatch) {
            return orders.isEmpty() ? new OrderedRows(0, 0) : orders.removeFirst();
        }
        return lastProgress;
    }

    @Test
    void aStartOrdersAWindowOfRows() {
        orders.add(new OrderedRows(100, 150));
        fixture.givenCurrentTime(START)
                .whenPublishingA(started(250))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new RequestRowsDispatch(ID, 1, 100))
                .expectScheduledDeadlineWithName(STALL, MigrationSaga.STALL);
    }

    @Test
    void answersMakeRoomForTheNextRows() {
        orders.add(new OrderedRows(100, 150));
        orders.add(new OrderedRows(40, 110));
        given(started(250))
                .whenPublishingA(outcomes(40, 150, 60))
                .expectDispatchedCommands(new RequestRowsDispatch(ID, 1, 40));
    }

    @Test
    void littleRoomWaitsForMore() {
        orders.add(new OrderedRows(100, 150));
        given(started(250)).whenPublishingA(outcomes(24, 150, 76)).expectNoDispatchedCommands();
    }

    @Test
    void aTenantWithAWindowOfItsOwnHasNoMoreInFlight() {
        orders.add(new OrderedRows(20, 230));
        fixture.givenCurrentTime(START)
                .whenPublishingA(new MigrationStarted(ID, "small", 1, 7, 250, "bob", START))
                .expectDispatchedCommands(new RequestRowsDispatch(ID, 1, 20));
    }

    @Test
    void theLastRowsAreOrderedOnce() {
        orders.add(new OrderedRows(100, 0));
        given(started(100)).whenPublishingA(outcomes(100, 0, 0)).expectNoDispatchedCommands();
    }

    @Test
    void aResumedMigrationOrdersWhatIsOpen() {
        orders.add(new OrderedRows(30, 0));
        fixture.givenCurrentTime(START)
                .whenPublishingA(new MigrationResumed(ID, "acme", 1, 7, 30, counts(), "bob", START))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new RequestRowsDispatch(ID, 1, 100));
    }

    /** All were sent before the stop and never answered, so that none is ready; they are more than the window takes. */
    @Test
    void aResumedMigrationGoesOnWithRowsThatWereSentBefore() {
        orders.add(new OrderedRows(100, 150));
        orders.add(new OrderedRows(100, 50));
        fixture.givenCurrentTime(START)
                .andThenAPublished(new MigrationResumed(ID, "acme", 1, 7, 250, counts(), "bob", START))
                .whenPublishingA(outcomes(100, 0, 150))
                .expectDispatchedCommands(new RequestRowsDispatch(ID, 1, 100));
    }

    @Test
    void aRetryOrdersRowsOfItsOwnAttempt() {
        orders.add(new OrderedRows(3, 0));
        fixture.givenCurrentTime(START)
                .whenPublishingA(new FailedRowsRetried(ID, "acme", 2, 7, 3, counts(), "bob", START))
                .expectActiveSagas(1)
                .expectDispatchedCommands(new RequestRowsDispatch(ID, 2, 100));
    }

    @Test
    void silenceForTheWholeTimeoutStopsTheMigration() {
        given(started(250))
                .whenTimeElapses(STALL)
                .expectDispatchedCommands(new StopMigration(ID, 1, StopReason.STALLED, START));
    }

    @Test
    void anOutageIsNoStall() {
        goodSince = Instant.MAX;
        given(started(250))
                .whenTimeElapses(STALL)
                .expectNoDispatchedCommands()
                .expectScheduledDeadlineWithName(STALL, MigrationSaga.STALL);
    }

    @Test
    void timeBeforeTheOutageEndedDoesNotCount() {
        goodSince = START.plusSeconds(120);
        given(started(250))
                .whenTimeElapses(STALL)
                .expectNoDispatchedCommands()
                .expectScheduledDeadlineWithName(Duration.ofSeconds(120), MigrationSaga.STALL);
    }

    @Test
    void progressThatTheAggregateKnowsPutsTheStallOff() {
        lastProgress = START.plusSeconds(60);
        given(started(250))
                .whenTimeElapses(STALL)
                .expectScheduledDeadlineWithName(Duration.ofSeconds(60), MigrationSaga.STALL);
    }

    @Test
    void theTimeLimitStopsWhateverMoves() throws Exception {
        goodSince = Instant.MAX;
        given(started(250))
                .andThenTimeElapses(Duration.ofHours(23))
                .whenTimeElapses(Duration.ofHours(1))
                .expectDispatchedCommands(new StopMigration(ID, 1, StopReason.TIME_LIMIT, Instant.MAX));
    }

    @Test
    void theTimeLimitIsNotMissedBetweenTwoLooksForAStall() throws Exception {
        goodSince = Instant.MAX;
        given(started(250))
                .andThenTimeElapses(Duration.ofHours(24).minusMinutes(3))
                .whenTimeElapses(Duration.ofMinutes(3))
                .expectDispatchedCommands(new StopMigration(ID, 1, StopReason.TIME_LIMIT, Instant.MAX));
    }

    @Test
    void completionEndsTheWaiting() {
        given(started(250))
                .whenPublishingA(new MigrationCompleted(ID, 1, counts(), START))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void aStopEndsTheWaiting() {
        given(started(250))
                .whenPublishingA(new MigrationStopped(ID, 1, StopReason.STALLED, counts(), START))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void cancellingEndsTheWaiting() {
        given(started(250))
                .whenPublishingA(new MigrationCancelled(ID, 1, counts(), "bob", START))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    private org.axonframework.test.saga.ContinuedGivenState given(MigrationStarted event) {
        try {
            return fixture.givenCurrentTime(START).andThenAPublished(event);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MigrationStarted started(int rows) {
        return new MigrationStarted(ID, "acme", 1, 7, rows, "bob", START);
    }

    static RowOutcomesRecorded outcomes(int settled, int ready, int pending) {
        return new RowOutcomesRecorded(
                ID,
                1,
                RowNumbers.range(1, settled),
                RowNumbers.none(),
                settled,
                new RowCounts(ready, pending, settled, 0),
                Sealed.of(new byte[0]),
                START);
    }

    private static RowCounts counts() {
        return RowCounts.NONE;
    }

    /** Time as the fixture makes it pass. */
    private final class FixtureClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return fixture.currentTime();
        }
    }
}

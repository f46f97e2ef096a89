package io.migrator.saga.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.Sealed;
import io.migrator.api.command.OrderedRows;
import io.migrator.api.command.RequestRowsDispatch;
import io.migrator.api.command.StopMigration;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;

/**
 * Answers, silence and outages in any order: the window is never exceeded by more than a chunk, what fits into it is ordered, and
 * the migration is stopped at the very end of the first ten minutes in which nothing moved although everything was up.
 */
class MigrationSagaModelTest {

    private static final UUID ID = UUID.fromString("6f1f1c1e-0000-4000-8000-000000000003");
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration STALL = Duration.ofMinutes(10);
    private static final int WINDOW = 100;
    private static final int CHUNK = 15;

    private enum Kind {
        ANSWERS,
        SILENCE,
        OUTAGE,
        END_OF_OUTAGE
    }

    /** @param number of rows, or of minutes */
    private record Step(Kind kind, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 14))
                .as((kind, number) -> new Step(kind, kind == Kind.ANSWERS ? number * 7 : number))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void itOrdersWhatFitsAndStopsWhatStalls(@ForAll("steps") List<Step> steps) throws Exception {
        World world = new World(600);
        ContinuedGivenState given = world.fixture
                .givenCurrentTime(START)
                .andThenAPublished(new MigrationStarted(ID, "acme", 1, 7, world.unordered, "bob", START));
        for (Step step : steps) {
            switch (step.kind()) {
                case ANSWERS -> {
                    int settled = Math.min(step.number(), world.inFlight);
                    if (settled > 0 && world.stopped == null) {
                        given = given.andThenAPublished(world.answered(settled));
                    }
                }
                case SILENCE -> {
                    // minute by minute: a deadline is told the time at which the elapsing ends
                    for (int minute = 0; minute < step.number(); minute++) {
                        given = given.andThenTimeElapses(Duration.ofMinutes(1));
                        world.check();
                    }
                }
                case OUTAGE -> world.goodSince = Instant.MAX;
                case END_OF_OUTAGE -> {
                    if (world.goodSince.equals(Instant.MAX)) {
                        world.goodSince = world.now();
                    }
                }
            }
            world.check();
        }
        if (world.stopped != null) {
            given.whenPublishingA(new MigrationStopped(ID, 1, StopReason.STALLED, RowCounts.NONE, world.now()))
                    .expectActiveSagas(0)
                    .expectNoScheduledDeadlines();
        }
    }

    /** What the aggregate would do, and what is up. */
    private static final class World {

        private final SagaTestFixture<MigrationSaga> fixture = new SagaTestFixture<>(MigrationSaga.class);
        private int unordered;
        private int inFlight;
        private Instant lastProgress = START;
        private Instant goodSince = Instant.MIN;
        private @Nullable Instant stopped;

        World(int rows) {
            unordered = rows;
            fixture.registerHandlerEnhancerDefinition(new OpenRowsOnly());
            fixture.registerResource(
                    new MigrationSettings(WINDOW, Map.of(), STALL, Duration.ofHours(24), Duration.ofMinutes(30)));
            fixture.registerResource((ProgressConditions) () -> goodSince);
            fixture.registerResource(new FixtureClock());
            fixture.setCallbackBehavior((payload, metaData) -> answer(payload));
        }

        Instant now() {
            return fixture.currentTime();
        }

        private @Nullable Object answer(Object command) {
            if (command instanceof RequestRowsDispatch request) {
                return ordered(request.room());
            }
            return stop((StopMigration) command);
        }

        private OrderedRows ordered(int room) {
            int ordered = 0;
            while (ordered < room && unordered > 0) {
                int chunk = Math.min(CHUNK, unordered);
                ordered += chunk;
                unordered -= chunk;
            }
            inFlight += ordered;
            return new OrderedRows(ordered, unordered);
        }

        private @Nullable Instant stop(StopMigration command) {
            assertThat(command.reason()).isEqualTo(StopReason.STALLED);
            assertThat(command.idleSince()).isEqualTo(now().minus(STALL));
            assertThat(goodSince).isBeforeOrEqualTo(command.idleSince());
            if (lastProgress.isAfter(command.idleSince())) {
                return lastProgress;
            }
            stopped = now();
            assertThat(stopped)
                    .as("no later than it could")
                    .isEqualTo(quietSince().plus(STALL));
            return null;
        }

        RowOutcomesRecorded answered(int rows) {
            inFlight -= rows;
            lastProgress = now();
            return new RowOutcomesRecorded(
                    ID,
                    1,
                    RowNumbers.range(1, rows),
                    RowNumbers.none(),
                    rows,
                    new RowCounts(unordered, inFlight, 0, 0),
                    Sealed.of(new byte[0]),
                    now());
        }

        void check() {
            assertThat(inFlight).as("sent and unanswered").isLessThan(WINDOW + CHUNK);
            if (unordered > 0 && stopped == null) {
                assertThat(inFlight).as("orders what fits").isGreaterThan(WINDOW - WINDOW / 4);
            }
            if (stopped == null && !goodSince.equals(Instant.MAX)) {
                assertThat(now()).as("a stall is noticed").isBefore(quietSince().plus(STALL));
            }
        }

        /** When the silence began that counts. */
        private Instant quietSince() {
            return goodSince.isAfter(lastProgress) ? goodSince : lastProgress;
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
                return now();
            }
        }
    }
}

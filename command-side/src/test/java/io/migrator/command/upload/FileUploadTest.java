package io.migrator.command.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.CsvDialect;
import io.migrator.api.Rejection;
import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.Sealed;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CancelMigration;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.ExpireStaging;
import io.migrator.api.command.OrderedRows;
import io.migrator.api.command.RecordRowOutcomes;
import io.migrator.api.command.RecordRowsDispatched;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RequestRowsDispatch;
import io.migrator.api.command.ResumeMigration;
import io.migrator.api.command.RetryFailedRows;
import io.migrator.api.command.StageRows;
import io.migrator.api.command.StartMigration;
import io.migrator.api.command.StopMigration;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.MigrationCancelled;
import io.migrator.api.event.MigrationCompleted;
import io.migrator.api.event.MigrationResumed;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.MigrationStopped;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.event.RowOutcomes;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.RowsDispatchRequested;
import io.migrator.api.event.RowsDispatched;
import io.migrator.api.event.RowsStaged;
import io.migrator.api.event.StagingAbandoned;
import io.migrator.api.event.StagingCompleted;
import io.migrator.api.event.StopReason;
import io.migrator.api.filetypes.RowCodec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of five rows in chunks of two: rows 1-2, 3-4 and 5. */
class FileUploadTest {

    private static final UUID ID = UUID.fromString("6f1f1c1e-0000-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final RowCodec CODEC = new RowCodec();
    private static final Sealed CONTENT = Sealed.of(new byte[] {1});

    private FixtureConfiguration<FileUpload> fixture;

    @BeforeEach
    void fixture() {
        fixture = new AggregateTestFixture<>(FileUpload.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.registerInjectableResource(CODEC);
    }

    @Test
    void aValidFileIsRegistered() {
        fixture.givenNoPriorActivity()
                .when(new RegisterFileUpload(
                        ID, "acme", "c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 5, 2, 99, "abc", 0, "ann"))
                .expectEvents(registered());
    }

    @Test
    void chunksComeInOrderAndWithoutGap() {
        fixture.given(registered(), staged(0, 1, 2))
                .when(new StageRows(ID, 2, 5, 1, CONTENT))
                .expectNoEvents()
                .expectException(Rejection.class);
    }

    @Test
    void aChunkSentTwiceIsStoredOnce() {
        fixture.given(registered(), staged(0, 1, 2))
                .when(new StageRows(ID, 0, 1, 2, CONTENT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void stagingIsCompleteOnlyWithAllRows() {
        fixture.given(registered(), staged(0, 1, 2), staged(1, 3, 2))
                .when(new CompleteStaging(ID))
                .expectNoEvents()
                .expectException(Rejection.class);
    }

    @Test
    void aFileWithAllItsRowsIsReady() {
        fixture.given(registered(), staged(0, 1, 2), staged(1, 3, 2), staged(2, 5, 1))
                .when(new CompleteStaging(ID))
                .expectEvents(new StagingCompleted(ID, counts(5, 0, 0, 0), NOW))
                .expectResultMessagePayload(4L);
    }

    @Test
    void stagingThatWasAbandonedCannotGoOn() {
        fixture.given(registered(), new StagingAbandoned(ID, "FAILED", NOW))
                .when(new StageRows(ID, 0, 1, 2, CONTENT))
                .expectNoEvents()
                .expectException(Rejection.class);
    }

    @Test
    void abandoningAReadyFileChangesNothing() {
        fixture.given(ready()).when(new AbandonStaging(ID, "FAILED")).expectNoEvents();
    }

    @Test
    void idleStagingExpires() {
        fixture.given(registered())
                .when(new ExpireStaging(ID, NOW.plusSeconds(1)))
                .expectEvents(new StagingAbandoned(ID, ExpireStaging.REASON, NOW));
    }

    @Test
    void stagingThatStoresRowsDoesNotExpire() {
        fixture.given(registered())
                .when(new ExpireStaging(ID, NOW.minusSeconds(1)))
                .expectNoEvents()
                .expectResultMessagePayload(NOW);
    }

    @Test
    void aReadyFileIsStarted() {
        fixture.given(ready())
                .when(new StartMigration(ID, "acme", 77, "bob"))
                .expectEvents(started())
                .expectResultMessagePayload(5L);
    }

    @Test
    void anotherTenantDoesNotLearnThatTheFileExists() {
        fixture.given(ready())
                .when(new StartMigration(ID, "other", 77, "eve"))
                .expectNoEvents()
                .expectException(Rejection.class)
                .expectExceptionMessage(Rejection.uploadNotFound().getMessage());
    }

    @Test
    void aStartedFileIsNotStartedAgain() {
        fixture.given(running())
                .when(new StartMigration(ID, "acme", 78, "bob"))
                .expectNoEvents()
                .expectException(Rejection.class);
    }

    @Test
    void chunksAreOrderedWhileThereIsRoom() {
        fixture.given(running())
                .when(new RequestRowsDispatch(ID, 1, 3))
                .expectEvents(ordered(1, 0, 1, "1-2", 3), ordered(1, 1, 3, "3-4", 1))
                .expectResultMessagePayload(new OrderedRows(4, 1));
    }

    @Test
    void theNextOrderGoesOnWhereTheLastEnded() {
        fixture.given(flat(running(), ordered(1, 0, 1, "1-2", 3), ordered(1, 1, 3, "3-4", 1)))
                .when(new RequestRowsDispatch(ID, 1, 100))
                .expectEvents(ordered(1, 2, 5, "5", 0))
                .expectResultMessagePayload(new OrderedRows(1, 0));
    }

    @Test
    void nothingIsOrderedForAnAttemptThatIsOver() {
        fixture.given(flat(running(), stopped()))
                .when(new RequestRowsDispatch(ID, 1, 100))
                .expectNoEvents()
                .expectResultMessagePayload(new OrderedRows(0, 0));
    }

    @Test
    void sentRowsArePending() {
        fixture.given(running())
                .when(new RecordRowsDispatched(ID, 1, 0, rows("1-2")))
                .expectEvents(new RowsDispatched(ID, 1, 0, rows("1-2"), counts(3, 2, 0, 0), NOW));
    }

    @Test
    void aDispatchRecordedLateDoesNotReopenASettledRow() {
        fixture.given(flat(running(), recorded(1, "1", "", 1, counts(4, 0, 1, 0), success(1, 1))))
                .when(new RecordRowsDispatched(ID, 1, 0, rows("1-2")))
                .expectEvents(new RowsDispatched(ID, 1, 0, rows("1-2"), counts(3, 1, 1, 0), NOW));
    }

    @Test
    void answersSettleRowsWhetherTheirDispatchIsRecordedOrNot() {
        fixture.given(flat(running(), new RowsDispatched(ID, 1, 0, rows("1-2"), counts(3, 2, 0, 0), NOW)))
                .when(outcomes(success(1, 1), error(3, 1)))
                .expectEvents(recorded(1, "1", "3", 2, counts(2, 1, 1, 1), success(1, 1), error(3, 1)));
    }

    @Test
    void aRepeatedAnswerChangesNothing() {
        fixture.given(flat(running(), recorded(1, "1", "3", 2, counts(3, 0, 1, 1), success(1, 1), error(3, 1))))
                .when(outcomes(success(1, 1), error(3, 1)))
                .expectNoEvents();
    }

    @Test
    void nothingReplacesASuccess() {
        fixture.given(flat(running(), recorded(1, "1", "", 1, counts(4, 0, 1, 0), success(1, 1))))
                .when(outcomes(error(1, 1)))
                .expectNoEvents();
    }

    @Test
    void aSuccessReplacesAnError() {
        fixture.given(flat(running(), recorded(1, "", "3", 1, counts(4, 0, 0, 1), error(3, 1))))
                .when(outcomes(success(3, 1)))
                .expectEvents(recorded(1, "3", "", 0, counts(4, 0, 1, 0), success(3, 1)));
    }

    @Test
    void anAnswerAndItsContradictionInOnePollCountOnce() {
        fixture.given(running())
                .when(outcomes(error(2, 1), success(2, 1), error(2, 1)))
                .expectEvents(recorded(1, "2", "", 1, counts(4, 0, 1, 0), success(2, 1)));
    }

    @Test
    void theLastOutcomeCompletesTheFile() {
        fixture.given(flat(running(), recorded(1, "1-4", "", 4, counts(1, 0, 4, 0))))
                .when(outcomes(success(5, 1)))
                .expectEvents(
                        recorded(1, "5", "", 1, counts(0, 0, 5, 0), success(5, 1)),
                        new MigrationCompleted(ID, 1, counts(0, 0, 5, 0), NOW));
    }

    @Test
    void aLateLastOutcomeCompletesAStoppedFile() {
        fixture.given(flat(running(), recorded(1, "1-4", "", 4, counts(1, 0, 4, 0)), stopped()))
                .when(outcomes(error(5, 1)))
                .expectEvents(
                        recorded(1, "", "5", 1, counts(0, 0, 4, 1), error(5, 1)),
                        new MigrationCompleted(ID, 1, counts(0, 0, 4, 1), NOW));
    }

    @Test
    void aLateOutcomeLeavesACancelledFileCancelled() {
        fixture.given(flat(running(), recorded(1, "1-4", "", 4, counts(1, 0, 4, 0)), cancelled()))
                .when(outcomes(success(5, 1)))
                .expectEvents(recorded(1, "5", "", 1, counts(0, 0, 5, 0), success(5, 1)));
    }

    @Test
    void aSuccessAfterCompletionCorrectsTheCompletion() {
        fixture.given(completedWithErrorIn5())
                .when(outcomes(success(5, 1)))
                .expectEvents(
                        recorded(1, "5", "", 0, counts(0, 0, 5, 0), success(5, 1)),
                        new MigrationCompleted(ID, 1, counts(0, 0, 5, 0), NOW));
    }

    @Test
    void outcomesThatFitNoRowOrAttemptAreHandedBack() {
        List<RowOutcome> unknown = List.of(success(0, 1), success(6, 1), success(1, 2), success(1, 0));
        fixture.given(running())
                .when(new RecordRowOutcomes(ID, "acme", unknown))
                .expectNoEvents()
                .expectResultMessagePayload(unknown);
    }

    @Test
    void aFileThatWasNeverStartedKnowsNoOutcome() {
        fixture.given(ready())
                .when(outcomes(success(1, 1)))
                .expectNoEvents()
                .expectResultMessagePayload(List.of(success(1, 1)));
    }

    @Test
    void retryReopensTheRowsInErrorAsANewAttemptOfTheSameSequence() {
        fixture.given(completedWithErrorIn5())
                .when(new RetryFailedRows(ID, "acme", "bob"))
                .expectEvents(new FailedRowsRetried(ID, "acme", 2, 77, 1, counts(1, 0, 4, 0), "bob", NOW));
    }

    @Test
    void aRetryOrdersOnlyTheRowsThatWereInError() {
        fixture.given(completedWithErrorIn5())
                .andGiven(new FailedRowsRetried(ID, "acme", 2, 77, 1, counts(1, 0, 4, 0), "bob", NOW))
                .when(new RequestRowsDispatch(ID, 2, 100))
                .expectEvents(ordered(2, 2, 5, "5", 0));
    }

    @Test
    void anErrorOfAnOlderAttemptIsIgnored() {
        fixture.given(completedWithErrorIn5())
                .andGiven(new FailedRowsRetried(ID, "acme", 2, 77, 1, counts(1, 0, 4, 0), "bob", NOW))
                .when(outcomes(error(5, 1)))
                .expectNoEvents();
    }

    @Test
    void theRefusalOfTheCurrentAttemptIsKeptNotTheOlderOneBesideIt() {
        RowOutcome older = new RowOutcome(5, 1, false, null, null, null, null, "TARGET_CUSTOMER_UNKNOWN", "old");
        fixture.given(completedWithErrorIn5())
                .andGiven(new FailedRowsRetried(ID, "acme", 2, 77, 1, counts(1, 0, 4, 0), "bob", NOW))
                .when(outcomes(older, error(5, 2)))
                .expectEvents(
                        recorded(2, "", "5", 1, counts(0, 0, 4, 1), error(5, 2)),
                        new MigrationCompleted(ID, 2, counts(0, 0, 4, 1), NOW));
    }

    @Test
    void aSuccessOfAnOlderAttemptCounts() {
        fixture.given(completedWithErrorIn5())
                .andGiven(new FailedRowsRetried(ID, "acme", 2, 77, 1, counts(1, 0, 4, 0), "bob", NOW))
                .when(outcomes(success(5, 1)))
                .expectEvents(
                        recorded(2, "5", "", 1, counts(0, 0, 5, 0), success(5, 1)),
                        new MigrationCompleted(ID, 2, counts(0, 0, 5, 0), NOW));
    }

    @Test
    void aMigrationWithoutProgressIsStopped() {
        fixture.given(running())
                .when(new StopMigration(ID, 1, StopReason.STALLED, NOW))
                .expectEvents(stopped());
    }

    @Test
    void aMigrationThatMovedIsNotStopped() {
        fixture.given(running())
                .when(new StopMigration(ID, 1, StopReason.STALLED, NOW.minusSeconds(1)))
                .expectNoEvents()
                .expectResultMessagePayload(NOW);
    }

    @Test
    void theTimeLimitStopsAMigrationThatMoves() {
        fixture.given(running())
                .when(new StopMigration(ID, 1, StopReason.TIME_LIMIT, Instant.MAX))
                .expectEvents(new MigrationStopped(ID, 1, StopReason.TIME_LIMIT, counts(5, 0, 0, 0), NOW));
    }

    @Test
    void resumeOrdersEveryOpenRowAgain() {
        fixture.given(flat(running(), ordered(1, 0, 1, "1-2", 3), ordered(1, 1, 3, "3-4", 1)))
                .andGiven(recorded(1, "1", "", 1, counts(4, 0, 1, 0)), stopped())
                .andGiven(new MigrationResumed(ID, "acme", 1, 77, 4, counts(4, 0, 1, 0), "bob", NOW))
                .when(new RequestRowsDispatch(ID, 1, 100))
                .expectEvents(ordered(1, 0, 1, "2", 3), ordered(1, 1, 3, "3-4", 1), ordered(1, 2, 5, "5", 0));
    }

    @Test
    void onlyAStoppedFileIsResumed() {
        fixture.given(running())
                .when(new ResumeMigration(ID, "acme", "bob"))
                .expectNoEvents()
                .expectException(Rejection.class);
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        fixture.given(flat(running(), cancelled()))
                .when(new CancelMigration(ID, "acme", "bob"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aCompleteFileIsNotCancelled() {
        fixture.given(completedWithErrorIn5())
                .when(new CancelMigration(ID, "acme", "bob"))
                .expectNoEvents()
                .expectException(Rejection.class);
    }

    @Test
    void theDetailsOfOutcomesCanBeOpenedAgain() {
        RowOutcomesRecorded event = recorded(1, "1", "", 1, counts(4, 0, 1, 0), success(1, 1));
        assertThat(RowOutcomes.open(CODEC, "acme", ID, event.details())).containsExactly(success(1, 1));
    }

    private static Object[] flat(Object... parts) {
        List<Object> events = new ArrayList<>();
        for (Object part : parts) {
            events.addAll(part instanceof Object[] several ? Arrays.asList(several) : List.of(part));
        }
        return events.toArray();
    }

    private static FileUploadRegistered registered() {
        return new FileUploadRegistered(
                ID, "acme", "c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 5, 2, 99, "abc", 0, "ann", NOW);
    }

    private static RowsStaged staged(int chunk, int first, int rows) {
        return new RowsStaged(ID, chunk, first, rows, CONTENT);
    }

    private static Object[] ready() {
        return flat(
                registered(),
                staged(0, 1, 2),
                staged(1, 3, 2),
                staged(2, 5, 1),
                new StagingCompleted(ID, counts(5, 0, 0, 0), NOW));
    }

    private static MigrationStarted started() {
        return new MigrationStarted(ID, "acme", 1, 77, 5, "bob", NOW);
    }

    private static Object[] running() {
        return flat(ready(), started());
    }

    private static Object[] completedWithErrorIn5() {
        return flat(
                running(),
                recorded(1, "1-4", "5", 5, counts(0, 0, 4, 1)),
                new MigrationCompleted(ID, 1, counts(0, 0, 4, 1), NOW));
    }

    private static MigrationStopped stopped() {
        return new MigrationStopped(ID, 1, StopReason.STALLED, counts(5, 0, 0, 0), NOW);
    }

    private static MigrationCancelled cancelled() {
        return new MigrationCancelled(ID, 1, counts(1, 0, 4, 0), "bob", NOW);
    }

    private static RowsDispatchRequested ordered(int attempt, int chunk, int first, String rows, int remaining) {
        return new RowsDispatchRequested(
                ID, "acme", "CUSTOMER_DETAILS", ',', attempt, 77, chunk, chunk + 1, first, rows(rows), remaining);
    }

    private static RowOutcomesRecorded recorded(
            int attempt, String succeeded, String failed, int settled, RowCounts counts, RowOutcome... details) {
        Sealed sealed = RowOutcomes.seal(CODEC, "acme", ID, List.of(details));
        return new RowOutcomesRecorded(ID, attempt, rows(succeeded), rows(failed), settled, counts, sealed, NOW);
    }

    private static RecordRowOutcomes outcomes(RowOutcome... outcomes) {
        return new RecordRowOutcomes(ID, "acme", List.of(outcomes));
    }

    private static RowOutcome success(int row, int attempt) {
        return new RowOutcome(row, attempt, true, "100" + row, "200" + row, "300" + row, "INSERTED", null, null);
    }

    private static RowOutcome error(int row, int attempt) {
        return new RowOutcome(
                row, attempt, false, null, null, null, null, "TARGET_CONFLICT", "row " + row + " is in conflict");
    }

    private static RowNumbers rows(String text) {
        return RowNumbers.parse(text);
    }

    private static RowCounts counts(int ready, int pending, int success, int error) {
        return new RowCounts(ready, pending, success, error);
    }
}

package io.migrator.command.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.migrator.api.CsvDialect;
import io.migrator.api.Rejection;
import io.migrator.api.RowNumbers;
import io.migrator.api.Sealed;
import io.migrator.api.command.CancelMigration;
import io.migrator.api.command.CompleteStaging;
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
import io.migrator.api.event.RowOutcome;
import io.migrator.api.event.RowsDispatchRequested;
import io.migrator.api.event.StopReason;
import io.migrator.api.filetypes.RowCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Any commands in any order, repeated, late or about what does not exist: after each the aggregate, replayed from its events, is in
 * the state of {@link UploadModel}. Seven rows in chunks of two.
 */
class FileUploadModelTest {

    private static final int ROWS = 7;
    private static final int CHUNK = 2;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private enum Kind {
        START,
        RESUME,
        RETRY,
        CANCEL,
        STOP,
        ORDER,
        RECORD_DISPATCH,
        OUTCOMES,
        OUTCOMES_OF_ALL,
        OTHER_TENANT
    }

    /** @param numbers whatever the kind needs them for */
    private record Step(Kind kind, List<Integer> numbers) {

        int number(int index, int below) {
            return numbers.get(index) % below;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Kind.class)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(Kind.ORDER, Kind.RECORD_DISPATCH, Kind.OUTCOMES)));
        Arbitrary<List<Integer>> numbers =
                Arbitraries.integers().between(0, 999).list().ofSize(16);
        return Combinators.combine(kinds, numbers)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 400)
    void afterAnyCommandsTheAggregateIsInTheStateOfTheModel(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        run.step(new Step(Kind.START, List.of(0))); // else nearly every command would come too early
        steps.forEach(run::step);
    }

    @Property(tries = 100)
    void neitherDoesItLeaveTheModelBeforeAStart(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::step);
    }

    private static final class Run {

        private final UUID id = UUID.randomUUID();
        private final Configuration axon = DefaultConfigurer.defaultConfiguration()
                .configureAggregate(FileUpload.class)
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerComponent(Clock.class, configuration -> Clock.fixed(NOW, ZoneOffset.UTC))
                .registerComponent(RowCodec.class, configuration -> new RowCodec())
                .start();
        private final CommandGateway commands = axon.commandGateway();
        private final EventStore events = axon.eventStore();
        private final UploadModel model = new UploadModel(ROWS, CHUNK);

        Run() {
            commands.sendAndWait(new RegisterFileUpload(
                    id, "acme", "c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, ROWS, CHUNK, 99, "abc", 0, "ann"));
            for (int chunk = 0; chunk * CHUNK < ROWS; chunk++) {
                commands.sendAndWait(new StageRows(
                        id, chunk, chunk * CHUNK + 1, Math.min(CHUNK, ROWS - chunk * CHUNK), Sealed.of(new byte[] {1
                        })));
            }
            commands.sendAndWait(new CompleteStaging(id));
        }

        void step(Step step) {
            switch (step.kind()) {
                case START -> operator(model.start(), new StartMigration(id, "acme", 7, "bob"));
                case RESUME -> operator(model.resume(), new ResumeMigration(id, "acme", "bob"));
                case RETRY -> operator(model.retry(), new RetryFailedRows(id, "acme", "bob"));
                case CANCEL -> operator(model.cancel(), new CancelMigration(id, "acme", "bob"));
                case STOP -> {
                    int attempt = attempt(step);
                    model.stop(attempt);
                    send(new StopMigration(id, attempt, StopReason.STALLED, Instant.MAX));
                }
                case ORDER -> {
                    int attempt = attempt(step);
                    int room = step.number(1, ROWS + 2);
                    List<UploadModel.Order> expected = model.order(attempt, room);
                    int before = orders().size();
                    OrderedRows ordered = send(new RequestRowsDispatch(id, attempt, room));
                    assertThat(orders().subList(before, orders().size())).isEqualTo(expected);
                    assertThat(ordered)
                            .isNotNull()
                            .extracting(OrderedRows::rows)
                            .isEqualTo(expected.stream()
                                    .mapToInt(order -> order.rows().size())
                                    .sum());
                }
                case RECORD_DISPATCH -> recordDispatch(step);
                case OUTCOMES -> outcomes(step);
                case OUTCOMES_OF_ALL -> {
                    List<RowOutcome> all = new ArrayList<>();
                    for (int row = 1; row <= ROWS; row++) {
                        all.add(outcome(row, model.attempt(), step.number(row, 4) > 0));
                    }
                    outcomes(all);
                }
                case OTHER_TENANT ->
                    assertThatThrownBy(() -> send(new RecordRowOutcomes(id, "globex", List.of(outcome(1, 1, true)))))
                            .satisfies(Run::isRejection);
            }
            assertSame();
        }

        /** One of the orders so far, once more. */
        private void recordDispatch(Step step) {
            List<UploadModel.Order> orders = orders();
            if (!orders.isEmpty()) {
                UploadModel.Order order = orders.get(step.number(0, orders.size()));
                model.dispatched(order);
                send(new RecordRowsDispatched(
                        id,
                        order.attempt(),
                        order.chunk(),
                        RowNumbers.of(order.rows().stream()
                                .mapToInt(Integer::intValue)
                                .toArray())));
            }
        }

        private void outcomes(Step step) {
            List<RowOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i <= step.number(0, 5); i++) {
                int row = step.number(3 * i + 1, ROWS + 2); // 0 and ROWS + 1 do not exist
                int attempt = step.number(3 * i + 2, model.attempt() + 2);
                outcomes.add(outcome(row, attempt, step.number(3 * i + 3, 2) == 0));
            }
            outcomes(outcomes);
        }

        private void outcomes(List<RowOutcome> outcomes) {
            List<RowOutcome> unknown = model.outcomes(outcomes);
            List<RowOutcome> answered = send(new RecordRowOutcomes(id, "acme", outcomes));
            assertThat(answered).isEqualTo(unknown);
        }

        private static RowOutcome outcome(int row, int attempt, boolean isSuccess) {
            return isSuccess
                    ? new RowOutcome(row, attempt, true, "100017", "100017", "1000174", "UPDATED", null, null)
                    : new RowOutcome(row, attempt, false, null, null, null, null, "TARGET_CUSTOMER_UNKNOWN", "no");
        }

        /** The current attempt mostly, else one before or after it. */
        private int attempt(Step step) {
            return Math.max(0, model.attempt() + (step.number(0, 4) == 0 ? step.number(1, 3) - 1 : 0));
        }

        private void operator(boolean isAllowed, Object command) {
            if (isAllowed) {
                send(command);
            } else {
                assertThatThrownBy(() -> send(command)).satisfies(Run::isRejection);
            }
        }

        private static void isRejection(Throwable thrown) {
            Throwable cause = thrown instanceof CommandExecutionException ? thrown.getCause() : thrown;
            assertThat(cause).isInstanceOf(Rejection.class);
        }

        private <T> @Nullable T send(Object command) {
            return commands.sendAndWait(command);
        }

        private List<UploadModel.Order> orders() {
            return events.readEvents(id.toString())
                    .asStream()
                    .filter(event -> event.getPayload() instanceof RowsDispatchRequested)
                    .map(event -> (RowsDispatchRequested) event.getPayload())
                    .map(event -> new UploadModel.Order(event.attempt(), event.chunk(), list(event.rows())))
                    .toList();
        }

        private static List<Integer> list(RowNumbers rows) {
            List<Integer> list = new ArrayList<>();
            rows.forEach(list::add);
            return list;
        }

        private void assertSame() {
            JsonNode state = state();
            assertThat(state.path("status").asText()).isEqualTo(model.status().name());
            assertThat(state.path("attempt").asInt()).isEqualTo(model.attempt());
            JsonNode rows = state.path("rows");
            assertThat(rowsOf(rows.path("pending"))).isEqualTo(model.rows(UploadModel.Row.PENDING));
            assertThat(rowsOf(rows.path("succeeded"))).isEqualTo(model.rows(UploadModel.Row.SUCCESS));
            assertThat(rowsOf(rows.path("failed"))).isEqualTo(model.rows(UploadModel.Row.ERROR));
        }

        /** As a snapshot would keep it; loaded from the events each time. */
        private JsonNode state() {
            DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
            try {
                return axon.repository(FileUpload.class).load(id.toString()).invoke(JSON::valueToTree);
            } finally {
                work.rollback();
            }
        }

        private static List<Integer> rowsOf(JsonNode bitmap) {
            try {
                RoaringBitmap rows = new RoaringBitmap();
                rows.deserialize(ByteBuffer.wrap(bitmap.binaryValue()));
                List<Integer> list = new ArrayList<>();
                rows.forEach((org.roaringbitmap.IntConsumer) list::add);
                return list;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.migrator.query.row;

import io.migrator.api.RowStatus;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.event.RowOutcomes;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.query.history.StoredEvents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every answer of the target for one row, read from the events that hold them. */
@Component
class RowAnswers {

    private final CsvRows rows;
    private final StoredEvents events;
    private final RowCodec codec;

    RowAnswers(CsvRows rows, StoredEvents events, RowCodec codec) {
        this.rows = rows;
        this.events = events;
        this.codec = codec;
    }

    /**
     * One answer.
     *
     * @param status what it made of the row
     * @param error code and message of a refusal
     */
    record Answer(
            int attempt,
            RowStatus status,
            @Nullable String action,
            @Nullable String pbjCustomerId,
            @Nullable String assignedId,
            @Nullable String crn,
            @Nullable Refusal error,
            Instant recordedAt) {

        static Answer of(RowOutcome outcome, Instant recordedAt) {
            return new Answer(
                    outcome.attempt(),
                    outcome.succeeded() ? RowStatus.MIGRATE_ROW_SUCCESS : RowStatus.MIGRATE_ROW_ERROR,
                    outcome.action(),
                    outcome.pbjCustomerId(),
                    outcome.assignedId(),
                    outcome.crn(),
                    outcome.succeeded() ? null : new Refusal(outcome.errorCode(), outcome.errorMessage()),
                    recordedAt);
        }
    }

    /** Why a row was refused. */
    record Refusal(@Nullable String code, @Nullable String message) {}

    List<Answer> of(String tenant, UUID uploadId, CsvRow row) {
        return events
                .numbered(
                        uploadId,
                        rows.answerEvents(uploadId, row.row()),
                        event -> answers(tenant, uploadId, row, event))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Answer> answers(String tenant, UUID uploadId, CsvRow row, DomainEventMessage<?> event) {
        if (!(event.getPayload() instanceof RowOutcomesRecorded recorded)) {
            return List.of();
        }
        return RowOutcomes.open(codec, tenant, uploadId, recorded.details()).stream()
                .filter(outcome -> outcome.row() == row.row())
                .map(outcome -> Answer.of(outcome, recorded.recordedAt()))
                .toList();
    }
}

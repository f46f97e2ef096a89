package io.migrator.query.statistics;

import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.event.RowOutcomes;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.query.statistics.StatisticsTable.CountedFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** Counts what happened, in the hour in which it did. Amounts are added up; each file's last event keeps one from counting twice. */
@Component
@ProcessingGroup(StatisticsProjection.NAME)
class StatisticsProjection {

    static final String NAME = "statistics";

    /** Stands for a code or a type that is not there. */
    private static final String NONE = "";

    private final StatisticsTable table;
    private final RowCodec codec;

    StatisticsProjection(StatisticsTable table, RowCodec codec) {
        this.table = table;
        this.codec = codec;
    }

    @EventHandler
    void on(FileUploadRegistered event) {
        if (table.addFile(event)) {
            CountedFile file = new CountedFile(event.tenant(), event.fileType());
            table.count(file, event.uploadedAt(), Measure.FILE_ACCEPTED, Map.of(NONE, 1L));
        }
    }

    @EventHandler
    void on(FileUploadRejected event) {
        CountedFile file = new CountedFile(event.tenant(), Objects.requireNonNullElse(event.fileType(), NONE));
        if (table.addFile(event.uploadId(), file.tenant(), file.fileType())) {
            table.count(file, event.uploadedAt(), Measure.FILE_REJECTED, Map.of(NONE, 1L));
            table.count(file, event.uploadedAt(), Measure.VIOLATION, event.violationCounts());
        }
    }

    @EventHandler
    void on(RowOutcomesRecorded event, @SequenceNumber long number) {
        table.advance(event.uploadId(), number).ifPresent(file -> count(file, event));
    }

    private void count(CountedFile file, RowOutcomesRecorded event) {
        Instant at = event.recordedAt();
        if (!event.succeeded().isEmpty()) {
            table.count(file, at, Measure.ROW_SUCCESS, Map.of(NONE, (long)
                    event.succeeded().size()));
        }
        if (!event.failed().isEmpty()) {
            List<RowOutcome> outcomes = RowOutcomes.open(codec, file.tenant(), event.uploadId(), event.details());
            table.count(
                    file,
                    at,
                    Measure.ROW_ERROR,
                    outcomes.stream()
                            .filter(outcome -> !outcome.succeeded())
                            .collect(Collectors.groupingBy(
                                    outcome -> Objects.requireNonNullElse(outcome.errorCode(), NONE),
                                    Collectors.counting())));
        }
    }

    @ResetHandler
    void reset() {
        table.empty();
    }
}

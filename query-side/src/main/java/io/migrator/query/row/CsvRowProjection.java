package io.migrator.query.row;

import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.FileUploadEvent;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
import io.migrator.api.event.MigrationStarted;
import io.migrator.api.event.RowOutcomes;
import io.migrator.api.event.RowOutcomesRecorded;
import io.migrator.api.event.RowsDispatched;
import io.migrator.api.event.RowsStaged;
import io.migrator.api.filetypes.RowCodec;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows of every accepted file. A row is written once, when it is stored, and its answers beside it, many in one record;
 * what concerns many rows at once (sending a chunk, retrying) changes one record of {@code csv_chunks} or {@code csv_files}.
 */
@Component
@ProcessingGroup(CsvRowProjection.NAME)
class CsvRowProjection {

    static final String NAME = "csv-rows";

    private final CsvFiles files;
    private final CsvChunks chunks;
    private final CsvRowTable rows;
    private final CsvAnswers answers;
    private final RowCodec codec;
    private final ApplicationEventPublisher publisher;

    CsvRowProjection(
            CsvFiles files,
            CsvChunks chunks,
            CsvRowTable rows,
            CsvAnswers answers,
            RowCodec codec,
            ApplicationEventPublisher publisher) {
        this.files = files;
        this.chunks = chunks;
        this.rows = rows;
        this.answers = answers;
        this.codec = codec;
        this.publisher = publisher;
    }

    @EventHandler
    void on(FileUploadRegistered event, @SequenceNumber long number) {
        files.add(event, number);
        publisher.publishEvent(new RowsChanged(event.uploadId(), number));
    }

    /** Has no rows. */
    @EventHandler
    void on(FileUploadRejected event) {}

    @EventHandler
    void on(RowsStaged event, @SequenceNumber long number) {
        change(event, number, file -> {
            if (chunks.add(file, event)) {
                byte[] content = codec.open(file.tenant(), event.uploadId(), event.content());
                rows.add(file, event.firstRow(), event.rowCount(), content);
            }
        });
    }

    @EventHandler
    void on(MigrationStarted event, @SequenceNumber long number) {
        beginAttempt(event, number, event.attempt());
    }

    @EventHandler
    void on(FailedRowsRetried event, @SequenceNumber long number) {
        beginAttempt(event, number, event.attempt());
    }

    @EventHandler
    void on(RowsDispatched event, @SequenceNumber long number) {
        change(event, number, file -> chunks.dispatched(file, event.chunk(), event.attempt(), event.sentAt()));
    }

    @EventHandler
    void on(RowOutcomesRecorded event, @SequenceNumber long number) {
        change(event, number, file -> {
            chunks.answered(file, event);
            answers.add(file, number, RowOutcomes.open(codec, file.tenant(), event.uploadId(), event.details()));
        });
    }

    /** Says nothing of single rows; noted so that a reader knows that the rows are as far as the file. */
    @EventHandler
    void on(FileUploadEvent event, @SequenceNumber long number) {
        files.note(event.uploadId(), number);
        publisher.publishEvent(new RowsChanged(event.uploadId(), number));
    }

    @ResetHandler
    void reset() {
        files.emptyAll();
    }

    private void beginAttempt(FileUploadEvent event, long number, int attempt) {
        files.beginAttempt(event.uploadId(), number, attempt)
                .ifPresent(file -> publisher.publishEvent(new RowsChanged(event.uploadId(), number)));
    }

    private void change(FileUploadEvent event, long number, Consumer<CsvFile> change) {
        UUID id = event.uploadId();
        files.advance(id, number).ifPresent(file -> {
            change.accept(file);
            publisher.publishEvent(new RowsChanged(id, number));
        });
    }
}

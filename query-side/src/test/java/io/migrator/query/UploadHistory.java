package io.migrator.query;

import io.migrator.api.CsvDialect;
import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.event.FailedRowsRetried;
import io.migrator.api.event.FileUploadEvent;
import io.migrator.api.event.FileUploadRegistered;
import io.migrator.api.event.FileUploadRejected;
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
import io.migrator.api.event.StagingCompleted;
import io.migrator.api.event.StopReason;
import io.migrator.api.filetypes.RowChunk;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.StagedRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Writes the history of one upload into the event store as the command side would, and knows what follows from it. The times
 * of the events are a second apart.
 */
public final class UploadHistory {

    private final EventStore store;
    private final RowCodec codec = new RowCodec();
    private final UUID id = UUID.randomUUID();
    private final String tenant;
    private final BitSet pending = new BitSet();
    private final BitSet succeeded = new BitSet();
    private final BitSet failed = new BitSet();
    private String sha256 = "ab12";
    private Instant now;
    private long next;
    private int rowCount;
    private int chunkSize;
    private int attempt;

    public UploadHistory(EventStore store, String tenant) {
        this(store, tenant, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public UploadHistory(EventStore store, String tenant, Instant begin) {
        this.store = store;
        this.tenant = tenant;
        this.now = begin;
    }

    public UUID id() {
        return id;
    }

    /** The aggregate sequence number of the last event. */
    public long lastEvent() {
        return next - 1;
    }

    /** Names the content of the file, before it is registered or rejected. */
    public UploadHistory ofContent(String sha256Hex) {
        sha256 = sha256Hex;
        return this;
    }

    public UploadHistory registered(String fileName, String fileType, CsvDialect dialect, int rows, int rowsPerChunk) {
        rowCount = rows;
        chunkSize = rowsPerChunk;
        append(new FileUploadRegistered(
                id, tenant, fileName, fileType, dialect, rows, rowsPerChunk, 4711, sha256, 2, "olivia", now));
        return this;
    }

    public UploadHistory rejected(String fileName, Map<String, Long> violations) {
        append(new FileUploadRejected(
                id, tenant, fileName, null, 7, new TreeMap<>(violations), 815, sha256, "olivia", now));
        return this;
    }

    /** Stores all rows, in chunks, and completes the staging. */
    public UploadHistory staged(List<StagedRow> rows) {
        for (int first = 0; first < rows.size(); first += chunkSize) {
            List<StagedRow> chunk = rows.subList(first, Math.min(rows.size(), first + chunkSize));
            RowChunk.Writer writer = new RowChunk.Writer();
            for (StagedRow row : chunk) {
                byte[] record = row.record().getBytes(StandardCharsets.UTF_8);
                writer.add(record, 0, record.length, row.pbjCustomerId());
            }
            append(new RowsStaged(
                    id, first / chunkSize, first + 1, chunk.size(), codec.seal(tenant, id, writer.take())));
        }
        append(new StagingCompleted(id, counts(), now));
        return this;
    }

    public UploadHistory started() {
        attempt = 1;
        append(new MigrationStarted(id, tenant, 1, 42, rowCount, "olivia", now));
        return this;
    }

    /** Orders and sends what is open of a chunk. */
    public UploadHistory dispatched(int chunk) {
        int first = chunk * chunkSize + 1;
        int[] open = IntStream.rangeClosed(first, Math.min(rowCount, first + chunkSize - 1))
                .filter(row -> !succeeded.get(row) && !failed.get(row))
                .toArray();
        RowNumbers rows = RowNumbers.of(open);
        append(new RowsDispatchRequested(
                id, tenant, "CUSTOMER_DETAILS", ',', attempt, 42, chunk, chunk + 1L, first, rows, 0));
        rows.forEach(pending::set);
        append(new RowsDispatched(id, attempt, chunk, rows, counts(), now));
        return this;
    }

    public static RowOutcome success(int row, int attempt) {
        return new RowOutcome(row, attempt, true, "C" + row, "A" + row, "R" + row, "INSERTED", null, null);
    }

    public static RowOutcome error(int row, int attempt, String code, String message) {
        return new RowOutcome(row, attempt, false, null, null, null, null, code, message);
    }

    public UploadHistory answered(RowOutcome... outcomes) {
        return answered(List.of(outcomes));
    }

    public UploadHistory answered(List<RowOutcome> outcomes) {
        int[] good = outcomes.stream()
                .filter(RowOutcome::succeeded)
                .mapToInt(RowOutcome::row)
                .toArray();
        int[] bad = outcomes.stream()
                .filter(outcome -> !outcome.succeeded())
                .mapToInt(RowOutcome::row)
                .toArray();
        for (int row : good) {
            succeeded.set(row);
            failed.clear(row);
            pending.clear(row);
        }
        for (int row : bad) {
            failed.set(row);
            pending.clear(row);
        }
        append(new RowOutcomesRecorded(
                id,
                attempt,
                RowNumbers.of(good),
                RowNumbers.of(bad),
                outcomes.size(),
                counts(),
                RowOutcomes.seal(codec, tenant, id, outcomes),
                now));
        return this;
    }

    public UploadHistory completed() {
        append(new MigrationCompleted(id, attempt, counts(), now));
        return this;
    }

    public UploadHistory stopped() {
        append(new MigrationStopped(id, attempt, StopReason.STALLED, counts(), now));
        return this;
    }

    public UploadHistory resumed() {
        append(new MigrationResumed(id, tenant, attempt, 42, counts().open(), counts(), "olivia", now));
        return this;
    }

    public UploadHistory cancelled() {
        append(new MigrationCancelled(id, attempt, counts(), "olivia", now));
        return this;
    }

    public UploadHistory retried() {
        int reopened = failed.cardinality();
        failed.clear();
        attempt++;
        append(new FailedRowsRetried(id, tenant, attempt, 42, reopened, counts(), "olivia", now));
        return this;
    }

    public RowCounts counts() {
        int settled = succeeded.cardinality() + failed.cardinality() + pending.cardinality();
        return new RowCounts(rowCount - settled, pending.cardinality(), succeeded.cardinality(), failed.cardinality());
    }

    private void append(FileUploadEvent event) {
        store.publish(new GenericDomainEventMessage<>(
                "FileUpload", id.toString(), next++, event, Map.of("operator", "olivia", "tenant", tenant)));
        now = now.plusSeconds(1);
    }
}

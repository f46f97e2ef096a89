package io.migrator.command.intake;

import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.command.intake.csv.RecordForm;
import io.migrator.command.intake.idempotency.Outcome;
import io.migrator.command.intake.spool.ReceivingLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one file in: reads and validates it whole, then either stores all of it or records that it was rejected. Safe to use
 * from any thread, for many files at once.
 */
class FileIntake {

    private static final Logger log = LoggerFactory.getLogger(FileIntake.class);

    private final FileInspection inspection;
    private final IntakeMemory memory;
    private final WorkAhead threads;
    private final RowCodec codec;
    private final ViolationStore store;
    private final IntakeSettings settings;
    private final Clock clock;

    FileIntake(
            FileInspection inspection,
            IntakeMemory memory,
            WorkAhead threads,
            RowCodec codec,
            ViolationStore store,
            IntakeSettings settings,
            Clock clock) {
        this.inspection = inspection;
        this.memory = memory;
        this.threads = threads;
        this.codec = codec;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** How much of a body is taken in. */
    ReceivingLimits receivingLimits() {
        return new ReceivingLimits(settings.maxFileSize().toBytes(), settings.maxExpansion());
    }

    /** Takes the spooled file in; it stays the caller's to remove. */
    Outcome take(IncomingFile file, UploadCommands commands) {
        Instant now = clock.instant();
        ViolationLog violations = new ViolationLog(
                store, codec, file.caller().tenant(), file.uploadId(), now.plus(settings.violationRetention()));
        try (IntakeMemory.Share share = memory.share()) {
            Optional<ReadFile> read = inspected(file, now, violations, share);
            Optional<DetectedType> type = read.flatMap(ReadFile::detected);
            return violations.isEmpty() && read.isPresent() && type.isPresent()
                    ? accept(file, read.get(), type.get(), commands)
                    : reject(file, read, violations, commands);
        }
    }

    /** The violations are in the store afterwards, from where only their time removes them: whether a command failed is not sure. */
    private Optional<ReadFile> inspected(
            IncomingFile file, Instant now, ViolationLog violations, IntakeMemory.Share share) {
        try {
            violations.addAll(FileCheck.ofName(file.name()));
            Optional<ReadFile> read = inspection.inspect(file, now, violations, share);
            violations.finish();
            return read;
        } catch (RuntimeException e) {
            violations.discard();
            throw e;
        }
    }

    private Outcome accept(IncomingFile file, ReadFile read, DetectedType type, UploadCommands commands) {
        RegisterFileUpload registration = registration(file, read, type);
        SealedChunks chunks = new SealedChunks(registration, codec, () -> chunks(file, read, type));
        Outcome outcome = new FileStaging(commands, threads).stage(registration, chunks);
        log.info("Upload {} is ready: {} rows", file.uploadId(), read.offsets().rows());
        return outcome;
    }

    private static Outcome reject(
            IncomingFile file, Optional<ReadFile> read, ViolationLog violations, UploadCommands commands) {
        Outcome outcome = commands.reject(rejection(file, read, violations));
        log.info("Upload {} is rejected: {} violations", file.uploadId(), violations.total());
        return outcome;
    }

    private RegisterFileUpload registration(IncomingFile file, ReadFile read, DetectedType type) {
        return new RegisterFileUpload(
                file.uploadId(),
                file.caller().tenant(),
                file.name(),
                type.spec().name(),
                read.dialect(),
                read.offsets().rows(),
                ChunkPlan.chunkSize(read.offsets(), settings.chunkSize()),
                file.content().received().bytes(),
                file.content().received().sha256(),
                read.blankLines(),
                file.caller().name());
    }

    private static ChunkReader chunks(IncomingFile file, ReadFile read, DetectedType type) {
        RecordForm form =
                new RecordForm(read.dialect().delimiter(), file.options().spreadsheetSafe());
        return new ChunkReader(file.content(), read.offsets(), type, form);
    }

    private static RejectFileUpload rejection(IncomingFile file, Optional<ReadFile> read, ViolationLog violations) {
        return new RejectFileUpload(
                file.uploadId(),
                file.caller().tenant(),
                CardNumbers.masked(file.name()),
                read.flatMap(ReadFile::type).map(FileTypeSpec::name).orElse(null),
                read.map(found -> found.offsets().rows()).orElse(0),
                violations.counts(),
                file.content().received().bytes(),
                file.content().received().sha256(),
                file.caller().name());
    }
}

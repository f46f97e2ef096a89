package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one file in: reads and validates it whole, then either stores all of it or records that it was rejected. Safe to use
 * from any thread, for many files at once.
 */
class FileIntake {

    /**
     * How an intake ended.
     *
     * @param uploadId the new upload
     * @param version the sequence number of its last event
     * @param violations what is wrong with the file; empty when it was accepted
     */
    record Result(UUID uploadId, long version, ViolationLog violations) {}

    private static final Logger log = LoggerFactory.getLogger(FileIntake.class);
    private static final long REJECTION_EVENT = 0;

    private final HeaderDetection detection;
    private final RowCodec codec;
    private final ViolationStore store;
    private final IntakeSettings settings;
    private final ZoneSettings zone;
    private final Clock clock;

    FileIntake(
            HeaderDetection detection,
            RowCodec codec,
            ViolationStore store,
            IntakeSettings settings,
            ZoneSettings zone,
            Clock clock) {
        this.detection = detection;
        this.codec = codec;
        this.store = store;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    /** The most bytes of a file that are read. */
    long maxFileSize() {
        return settings.maxFileSize().toBytes();
    }

    /** Takes the spooled file in; it stays the caller's to remove. */
    Result take(SpooledFile file, String fileName, Caller caller, UploadCommands commands) {
        UUID upload = UUID.randomUUID();
        Instant now = clock.instant();
        ViolationLog violations =
                new ViolationLog(store, codec, caller.tenant(), upload, now.plus(settings.violationRetention()));
        try {
            violations.addAll(FileCheck.ofName(fileName));
            Optional<ReadFile> read = read(file, new UploadMoment(now, zone.zone()), violations);
            DetectedType type = read.flatMap(ReadFile::detected).orElse(null);
            if (violations.isEmpty() && read.isPresent() && type != null) {
                return accept(upload, file, fileName, read.get(), type, caller, commands, violations);
            }
            return reject(upload, file, fileName, read, caller, commands, violations);
        } catch (RuntimeException e) {
            violations.discard();
            throw e;
        }
    }

    private Optional<ReadFile> read(SpooledFile file, UploadMoment moment, ViolationLog violations) {
        List<Violation> unreadable = FileCheck.ofContent(file, maxFileSize());
        violations.addAll(unreadable);
        if (!unreadable.isEmpty()) {
            return Optional.empty();
        }
        ReadingLimits limits =
                new ReadingLimits(Math.toIntExact(settings.maxRecordLength().toBytes()), settings.maxRows());
        return Optional.of(new FileReading(file, detection, limits, violations).read(moment, Fingerprint.seeded()));
    }

    private Result accept(
            UUID upload,
            SpooledFile file,
            String fileName,
            ReadFile read,
            DetectedType type,
            Caller caller,
            UploadCommands commands,
            ViolationLog violations) {
        RecordOffsets offsets = read.offsets();
        RegisterFileUpload registration = new RegisterFileUpload(
                upload,
                caller.tenant(),
                fileName,
                type.spec().name(),
                read.dialect(),
                offsets.rows(),
                ChunkPlan.chunkSize(offsets, settings.chunkSize()),
                file.received(),
                file.sha256Hex(),
                read.blankLines(),
                caller.name());
        ChunkReader chunks = new ChunkReader(file, offsets, type, read.dialect().delimiter());
        long version = new FileStaging(commands, codec).stage(registration, chunks);
        log.info("Upload {} is ready: {} rows of {}", upload, offsets.rows(), registration.fileType());
        return new Result(upload, version, violations);
    }

    private Result reject(
            UUID upload,
            SpooledFile file,
            String fileName,
            Optional<ReadFile> read,
            Caller caller,
            UploadCommands commands,
            ViolationLog violations) {
        violations.finish();
        commands.send(new RejectFileUpload(
                upload,
                caller.tenant(),
                CardNumbers.masked(fileName),
                read.flatMap(ReadFile::type).map(FileTypeSpec::name).orElse(null),
                read.map(file1 -> file1.offsets().rows()).orElse(0),
                violations.counts(),
                file.received(),
                file.sha256Hex(),
                caller.name()));
        log.info("Upload {} is rejected: {} violations", upload, violations.total());
        return new Result(upload, REJECTION_EVENT, violations);
    }
}

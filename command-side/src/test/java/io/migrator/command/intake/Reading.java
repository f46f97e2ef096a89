package io.migrator.command.intake;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.ReceivingLimits;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads files in tests, with the standard types and limits of the test's own: by one thread, and once more in stretches by several,
 * which has to find the same.
 */
final class Reading implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private static final HeaderDetection DETECTION = new HeaderDetection(FileTypes.load());
    private static final ReadingLimits LIMITS = new ReadingLimits(1024 * 1024, 1_000_000, 1000);

    private static final WorkAhead THREADS = new WorkAhead(3);

    private static final int STRETCHES = 20;

    private final SpooledFile file;
    private final KeptViolations kept = new KeptViolations();
    private final ViolationLog log;
    private final ReadFile result;

    private Reading(
            Path folder, InputStream body, ReadingLimits limits, ReadingOptions options, Fingerprint fingerprint)
            throws Exception {
        file = new SpoolFolder(folder).newFile();
        file.receive(body, new ReceivingLimits(Long.MAX_VALUE / 4, 200), options.charset());
        log = log(kept);
        result = read(limits, options, fingerprint, log, Integer.MAX_VALUE);
        KeptViolations keptOfStretches = new KeptViolations();
        ViolationLog logOfStretches = log(keptOfStretches);
        int size = (int) (file.size() / STRETCHES);
        ReadFile inStretches = read(limits, options, fingerprint, logOfStretches, size);
        same("violations", kept.all(), keptOfStretches.all());
        same("counts", log.counts(), logOfStretches.counts());
        same("form", result.dialect(), inStretches.dialect());
        same("blank lines", result.blankLines(), inStretches.blankLines());
        same("places of rows", places(result), places(inStretches));
        if (log.isEmpty()) {
            int last = result.offsets().rows();
            same("ends", result.offsets().end(last), inStretches.offsets().end(last));
        }
    }

    private static ViolationLog log(KeptViolations kept) {
        return new ViolationLog(kept, new RowCodec(), "acme", UUID.randomUUID(), NOW);
    }

    private ReadFile read(
            ReadingLimits limits, ReadingOptions options, Fingerprint fingerprint, ViolationLog log, int stretch) {
        ReadFile read = new FileReading(
                        file,
                        DETECTION,
                        limits,
                        options.spreadsheetSafe(),
                        log,
                        new IntakeMemory(1L << 40, Duration.ZERO).share(),
                        new Division(THREADS, stretch))
                .read(new UploadMoment(NOW, ZoneOffset.UTC), fingerprint);
        log.finish();
        return read;
    }

    /** Where the last row ends is not said when what follows cannot be read. */
    private static List<Long> places(ReadFile read) {
        return IntStream.rangeClosed(1, read.offsets().rows())
                .boxed()
                .flatMap(row -> Stream.of(
                        read.offsets().start(row),
                        row == 1 ? 0L : read.offsets().end(row - 1)))
                .toList();
    }

    private static void same(String what, Object one, Object other) {
        if (!one.equals(other)) {
            throw new AssertionError(what + " differ when the file is read in stretches: " + one + " and " + other);
        }
    }

    static Reading of(Path folder, String text) throws Exception {
        return of(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(Path folder, byte[] bytes) throws Exception {
        return new Reading(folder, new ByteArrayInputStream(bytes), LIMITS, ReadingOptions.PLAIN, Fingerprint.seeded());
    }

    static Reading of(Path folder, byte[] bytes, ReadingOptions options) throws Exception {
        return new Reading(folder, new ByteArrayInputStream(bytes), LIMITS, options, Fingerprint.seeded());
    }

    static Reading of(Path folder, InputStream body, ReadingLimits limits) throws Exception {
        return new Reading(folder, body, limits, ReadingOptions.PLAIN, Fingerprint.seeded());
    }

    static Reading of(Path folder, String text, Fingerprint fingerprint) throws Exception {
        return new Reading(
                folder,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                LIMITS,
                ReadingOptions.PLAIN,
                fingerprint);
    }

    ReadFile result() {
        return result;
    }

    SpooledFile file() {
        return file;
    }

    List<Violation> violations() {
        return kept.all();
    }

    List<ViolationCode> codes() {
        return kept.all().stream().map(Violation::code).toList();
    }

    ViolationLog log() {
        return log;
    }

    @Override
    public void close() {
        file.close();
    }
}

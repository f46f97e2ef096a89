package io.migrator.command.intake;

import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import java.time.Instant;
import java.util.Optional;

/** Reads and validates a spooled file whole, within the limits that are configured. Safe to use from any thread. */
final class FileInspection {

    private final HeaderDetection detection;
    private final IntakeSettings settings;
    private final ZoneSettings zone;
    private final Division division;

    FileInspection(HeaderDetection detection, IntakeSettings settings, ZoneSettings zone, WorkAhead threads) {
        this.detection = detection;
        this.settings = settings;
        this.zone = zone;
        this.division = new Division(threads, Division.USUAL);
    }

    /**
     * Reads the file; what is wrong with it goes to the log.
     *
     * @param now when it came
     * @param memory from which the tables over rows are taken
     * @return what was found, unless the content is of no use
     */
    Optional<ReadFile> inspect(IncomingFile file, Instant now, ViolationLog violations, IntakeMemory.Share memory) {
        Optional<Violation> refusal = file.content().received().refusal();
        if (refusal.isPresent()) {
            violations.add(refusal.get());
            return Optional.empty();
        }
        ReadingLimits limits = new ReadingLimits(
                Math.toIntExact(settings.maxRecordLength().toBytes()), settings.maxRows(), settings.maxColumns());
        boolean spreadsheetSafe = file.options().spreadsheetSafe();
        return Optional.of(
                new FileReading(file.content(), detection, limits, spreadsheetSafe, violations, memory, division)
                        .read(new UploadMoment(now, zone.zone()), Fingerprint.seeded()));
    }
}

package io.migrator.command.intake;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.command.intake.csv.RecordOffsets;
import java.util.Optional;

/**
 * What the first pass over a file has found, apart from its violations.
 *
 * @param detected the type, when the header is one's
 * @param dialect how the file is written
 * @param offsets where its rows stand
 * @param blankLines lines that were skipped
 */
record ReadFile(Optional<DetectedType> detected, CsvDialect dialect, RecordOffsets offsets, int blankLines) {

    Optional<FileTypeSpec> type() {
        return detected.map(DetectedType::spec);
    }
}

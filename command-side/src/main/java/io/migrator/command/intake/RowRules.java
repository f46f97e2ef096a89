package io.migrator.command.intake;

import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.api.filetypes.rules.UploadMoment;

/**
 * By what the rows of one file are judged.
 *
 * @param type the file's type
 * @param moment when it came
 * @param fingerprint for telling values apart
 * @param longestRecord most bytes of a record
 */
record RowRules(DetectedType type, UploadMoment moment, Fingerprint fingerprint, int longestRecord) {

    /** A validator for one thread. */
    RowValidator validator() {
        return new RowValidator(type.spec(), type.generatedColumns(), moment);
    }

    /** How many cells a row has. */
    int width() {
        return type.width();
    }
}

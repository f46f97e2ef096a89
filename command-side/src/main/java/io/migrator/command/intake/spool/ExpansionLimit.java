package io.migrator.command.intake.spool;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;

/** Watches how much is made of how little: a few kilobytes can expand to fill a disk. Not safe for use by several threads. */
final class ExpansionLimit {

    /** Up to here nothing is judged: a short file of one letter compresses out of all proportion and harms nobody. */
    static final long ALWAYS_ALLOWED = 10L * 1024 * 1024;

    private final SentBytes compressed;
    private final ReceivingLimits limits;
    private long expanded;

    ExpansionLimit(SentBytes compressed, ReceivingLimits limits) {
        this.compressed = compressed;
        this.limits = limits;
    }

    /** So many bytes more. */
    void add(int bytes) throws RefusedContentException {
        expanded += bytes;
        if (expanded > ALWAYS_ALLOWED && expanded / limits.expansion() > compressed.count()) {
            throw new RefusedContentException(Violation.ofFile(
                    ViolationCode.FILE_ARCHIVE_RATIO,
                    "Send the file without compression: it expands to more than " + limits.expansion()
                            + " times what was sent."));
        }
        if (expanded > limits.fileSize()) {
            throw RefusedContentException.tooLarge(limits.fileSize());
        }
    }
}

package io.migrator.command.intake.spool;

/**
 * How much of a body is taken in.
 *
 * @param fileSize most bytes of a file, expanded
 * @param expansion how many times larger than what was sent an expanded file may be
 * @param archives whether the file may be an archive; not in a body that was expanded already, or the factors would multiply
 */
public record ReceivingLimits(long fileSize, int expansion, boolean archives) {

    /** Limits for a body as it was sent. */
    public ReceivingLimits(long fileSize, int expansion) {
        this(fileSize, expansion, true);
    }

    /** The same for a body that was compressed on its way. */
    public ReceivingLimits afterExpansion() {
        return new ReceivingLimits(fileSize, expansion, false);
    }
}

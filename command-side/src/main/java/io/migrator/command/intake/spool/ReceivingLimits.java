package io.migrator.command.intake.spool;

/**
 * How much of a body is taken in.
 *
 * @param fileSize most bytes of a file, expanded
 * @param expansion how many times larger than what was sent an expanded file may be
 */
public record ReceivingLimits(long fileSize, int expansion) {}

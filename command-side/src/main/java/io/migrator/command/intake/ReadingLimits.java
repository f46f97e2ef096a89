package io.migrator.command.intake;

/**
 * How much of a file is read.
 *
 * @param recordLength most bytes of a record
 * @param rows most rows
 */
record ReadingLimits(int recordLength, int rows) {}

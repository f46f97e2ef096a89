package io.migrator.command.intake;

/**
 * How much of a file is read.
 *
 * @param recordLength most bytes of a record
 * @param rows most rows
 * @param columns most columns of the header
 */
record ReadingLimits(int recordLength, int rows, int columns) {}

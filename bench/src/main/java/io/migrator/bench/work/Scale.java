package io.migrator.bench.work;

/**
 * How much is done.
 *
 * @param rows of a file
 * @param rounds of each side
 */
public record Scale(int rows, int rounds) {}

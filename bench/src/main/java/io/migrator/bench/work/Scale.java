package io.migrator.bench.work;

/**
 * How much is done.
 *
 * @param rows of a file
 * @param warmUps of each side before its rounds, not measured; {@code migrate} takes twice as many
 * @param rounds of each side
 */
public record Scale(int rows, int warmUps, int rounds) {}

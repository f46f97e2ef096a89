package io.migrator.exporter.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of a source.
 *
 * @param number from 1
 */
public record Run(long number, Instant startedAt, Optional<Instant> endedAt, RunOptions options) {}

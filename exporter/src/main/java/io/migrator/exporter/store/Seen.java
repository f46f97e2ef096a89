package io.migrator.exporter.store;

/**
 * A row that the service has.
 *
 * @param fingerprint of its cells
 * @param run in which the source had it last
 */
public record Seen(byte[] fingerprint, long run) {}

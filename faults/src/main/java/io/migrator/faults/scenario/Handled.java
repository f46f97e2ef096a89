package io.migrator.faults.scenario;

/**
 * A file that has come to an end.
 *
 * @param uploadId that the service gave it
 * @param status in which it ended
 * @param resumed how often it had stalled
 */
public record Handled(SentFile file, String uploadId, String status, int resumed) {}

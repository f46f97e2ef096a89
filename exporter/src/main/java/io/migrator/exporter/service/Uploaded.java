package io.migrator.exporter.service;

/**
 * What became of a file that was sent.
 *
 * @param isAccepted whether its rows are ready to migrate; else its violations can be read
 * @param rows of the file, as the service has counted them
 */
public record Uploaded(String id, boolean isAccepted, int rows) {}

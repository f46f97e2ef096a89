package io.migrator.exporter.store;

/**
 * Rows of a block that have become one upload.
 *
 * @param number from 1 within the block
 * @param uploadId of the service
 * @param sent rows, with those that the service refused
 * @param refused rows that were taken out
 * @param accepted rows, as the service has counted them
 */
public record Part(int block, int number, String uploadId, int sent, int refused, int accepted) {}

package io.migrator.exporter.store;

/**
 * What a run is to do; it stays so when the run is taken up again.
 *
 * @param sendsAll whether rows are sent that were taken as they are before
 * @param migrates whether the migrations are started and waited for
 * @param rowsPerBlock that are read in one go
 * @param rowsPerPart that make one upload, at most
 */
public record RunOptions(boolean sendsAll, boolean migrates, int rowsPerBlock, int rowsPerPart) {}

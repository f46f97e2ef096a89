package io.migrator.query.projection;

import java.time.Duration;

/**
 * A set of tables that one event processor builds from the events; a bean of each feature that has one.
 *
 * @param name of the processor, and in the REST contract
 * @param mainTable the table that readers and a reset meet at: readers share its lock, the reset empties it
 * @param segments how many parts of the stream are projected in parallel at most; an upload is always in one of them
 * @param batchSize events per transaction
 * @param pace how long it is at least from one waking to the next while events keep coming: those of many small files then share
 *     a transaction, which costs about the same for ten as for one; a single event is shown as soon as ever
 */
public record Projection(String name, String mainTable, int segments, int batchSize, Duration pace) {}

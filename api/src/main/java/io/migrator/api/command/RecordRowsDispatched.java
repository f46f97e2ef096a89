package io.migrator.api.command;

import io.migrator.api.RowNumbers;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that the broker acknowledged every row of one order. Safe to repeat.
 */
public record RecordRowsDispatched(
        @TargetAggregateIdentifier UUID uploadId, int attempt, int chunk, RowNumbers rows) {}

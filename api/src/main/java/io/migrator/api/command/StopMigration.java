package io.migrator.api.command;

import io.migrator.api.event.StopReason;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stops a migration that made no progress or ran out of time. Without effect when the attempt is over.
 */
public record StopMigration(@TargetAggregateIdentifier UUID uploadId, int attempt, StopReason reason) {}

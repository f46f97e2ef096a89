package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a file for good: nothing more is sent. Answers the aggregate's last sequence number (long).
 */
public record CancelMigration(@TargetAggregateIdentifier UUID uploadId, String tenant, String operator) {}

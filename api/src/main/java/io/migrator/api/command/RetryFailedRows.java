package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sends the rows in error of a completed file again, as a new attempt. Answers the aggregate's last sequence number (long).
 */
public record RetryFailedRows(@TargetAggregateIdentifier UUID uploadId, String tenant, String operator) {}

package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sends what is still open of a stopped file. Answers the aggregate's last sequence number (long).
 */
public record ResumeMigration(@TargetAggregateIdentifier UUID uploadId, String tenant, String operator) {}

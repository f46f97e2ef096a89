package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a file whose chunks are all stored ready to migrate. Answers the aggregate's last sequence number (long).
 */
public record CompleteStaging(@TargetAggregateIdentifier UUID uploadId) {}

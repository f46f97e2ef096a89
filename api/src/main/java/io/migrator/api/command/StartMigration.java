package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Starts sending the rows of a ready file. Answers the aggregate's last sequence number (long).
 *
 * @param sequence higher than that of every migration of this tenant started before
 */
public record StartMigration(@TargetAggregateIdentifier UUID uploadId, String tenant, long sequence, String operator) {}

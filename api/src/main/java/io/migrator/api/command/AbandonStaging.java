package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a file whose chunks never all came. Does nothing to a file that is past staging.
 *
 * @param reason a stable code
 */
public record AbandonStaging(@TargetAggregateIdentifier UUID uploadId, String reason) {}

package io.migrator.api.command;

import io.migrator.api.event.StopReason;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stops a migration that made no progress or ran out of time. Answers the time of the last progress when that is later than
 * {@code idleSince} (look again from there), or null when the migration is stopped, or is over anyway.
 *
 * @param idleSince progress after it keeps the migration going; {@link Instant#MAX} to stop it whatever the progress
 */
public record StopMigration(
        @TargetAggregateIdentifier UUID uploadId, int attempt, StopReason reason, Instant idleSince) {}

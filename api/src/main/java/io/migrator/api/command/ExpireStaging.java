package io.migrator.api.command;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends staging in which nothing was stored since a point in time. Answers the time of the last stored chunk when that is
 * later (look again from there), or null when staging is over.
 *
 * @param idleSince a chunk stored after it keeps the file alive
 */
public record ExpireStaging(@TargetAggregateIdentifier UUID uploadId, Instant idleSince) {

    /** The reason that the history shows. */
    public static final String REASON = "STAGING_INTERRUPTED";
}

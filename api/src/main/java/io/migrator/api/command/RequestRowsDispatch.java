package io.migrator.api.command;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks for orders to send the next open chunks; answered with {@link OrderedRows}. Without effect when the attempt is over or
 * nothing is left to order.
 *
 * @param room how many more rows may be in flight; at least one chunk is ordered when it is positive
 */
public record RequestRowsDispatch(@TargetAggregateIdentifier UUID uploadId, int attempt, int room) {}

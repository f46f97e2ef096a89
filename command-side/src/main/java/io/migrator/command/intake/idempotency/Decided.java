package io.migrator.command.intake.idempotency;

import java.util.Optional;

/**
 * What was decided about a request, by this one or by an earlier one with the same key.
 *
 * @param outcome how the work ended
 * @param isRepeat whether an earlier request did the work
 * @param answer what that one was answered, as far as it is known
 * @param claim of the request that asks
 */
public record Decided(Outcome outcome, boolean isRepeat, Optional<String> answer, Claim claim) {}

package io.migrator.command.intake.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a key is remembered: that of a rejected file no longer than its violations, without which there is no repeating the
 * answer.
 *
 * @param ofKeys for every key
 * @param ofViolations for the violations of a rejected file
 */
public record KeyRetention(Duration ofKeys, Duration ofViolations, Clock clock) {

    Instant expiry() {
        return clock.instant().plus(ofKeys);
    }

    Instant expiryOf(Outcome outcome) {
        Duration shorter = ofKeys.compareTo(ofViolations) < 0 ? ofKeys : ofViolations;
        return clock.instant().plus(outcome.isAccepted() ? ofKeys : shorter);
    }
}

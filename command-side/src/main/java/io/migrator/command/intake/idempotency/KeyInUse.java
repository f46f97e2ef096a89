package io.migrator.command.intake.idempotency;

import io.migrator.api.Rejection;
import java.time.Duration;
import java.util.Optional;

/** Another request with the same key is being worked on. */
final class KeyInUse extends Rejection {

    private static final long serialVersionUID = 1L;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    KeyInUse() {
        super(
                Kind.CONFLICT,
                "IDEMPOTENCY_KEY_IN_USE",
                "Another request with this key is being worked on; send this one again in a moment for its answer.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(A_MOMENT);
    }
}

package io.migrator.command.intake;

import io.migrator.command.intake.idempotency.IdempotencyKeys;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Removes violations and keys of requests past their retention, again and again. Harmless on several nodes at once. */
class Retention implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final ViolationStore store;
    private final IdempotencyKeys keys;
    private final IntakeSettings settings;
    private final Clock clock;

    Retention(ViolationStore store, IdempotencyKeys keys, IntakeSettings settings, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::removeExpired, settings.cleaningInterval());
    }

    void removeExpired() {
        Instant now = clock.instant();
        int chunks = store.removeExpired(now);
        int forgotten = keys.removeExpired(now);
        log.debug("Removed {} chunks of violations and {} keys past their retention", chunks, forgotten);
    }
}

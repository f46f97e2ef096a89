package io.migrator.command.intake;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Removes violations past their retention, again and again. Harmless on several nodes at once. */
class ViolationRetention implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(ViolationRetention.class);

    private final ViolationStore store;
    private final IntakeSettings settings;
    private final Clock clock;

    ViolationRetention(ViolationStore store, IntakeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::removeExpired, settings.cleaningInterval());
    }

    void removeExpired() {
        int removed = store.removeExpired(clock.instant());
        log.debug("Removed {} chunks of violations past their retention", removed);
    }
}

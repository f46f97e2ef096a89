package io.migrator.command.intake;

import io.migrator.command.intake.idempotency.IdempotencyKeys;
import java.time.Duration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Keeps the claims of this process alive, however long reading a file or waiting for memory takes. */
class ClaimRenewal implements SchedulingConfigurer {

    private static final int RENEWALS_IN_A_CLAIM = 4;

    private final IdempotencyKeys keys;
    private final Duration interval;

    ClaimRenewal(IdempotencyKeys keys, IntakeSettings settings) {
        this.keys = keys;
        this.interval = settings.claimDuration().dividedBy(RENEWALS_IN_A_CLAIM);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(keys::renewClaims, interval);
    }
}

package io.migrator.saga.progress;

import java.time.Instant;

/** Whether everything that a migration needs in order to move is there. Safe to use from any thread. */
@FunctionalInterface
public interface ProgressConditions {

    /**
     * Since when service, broker and database have been up, and the intake of answers at the end of its topic, without a break;
     * {@link Instant#MAX} while one of them is not.
     */
    Instant goodSince();
}

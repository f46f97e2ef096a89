package io.migrator.crm;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells all threads of one consumer to end, and wakes those that wait. Safe to use from any thread. */
final class StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);

    void give() {
        stopped.countDown();
    }

    boolean isGiven() {
        return stopped.getCount() == 0;
    }

    /** Waits, but not beyond the signal. An interrupt counts as the signal. */
    void await(Duration atMost) {
        try {
            if (stopped.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            give();
        }
    }
}

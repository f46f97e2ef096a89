package io.migrator.bench.service;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Looks again and again whether something has come, each time after a fiftieth of the time waited so far, between 5 and 250
 * milliseconds: a wait is told too long by hardly more than so much, and what is measured is not kept busy with answers.
 */
public final class Waiting {

    private static final long LEAST_PAUSE_MILLIS = 5;
    private static final long MOST_PAUSE_MILLIS = 250;
    private static final long PART_WAITED = 50;

    private Waiting() {}

    /** @throws IllegalStateException when it has not come by then */
    public static void until(String what, Duration limit, BooleanSupplier isThere) {
        long begun = System.nanoTime();
        while (!isThere.getAsBoolean()) {
            long waited = System.nanoTime() - begun;
            if (waited > limit.toNanos()) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            long part = TimeUnit.NANOSECONDS.toMillis(waited / PART_WAITED);
            pause(Math.min(Math.max(part, LEAST_PAUSE_MILLIS), MOST_PAUSE_MILLIS));
        }
    }

    /** Waits. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

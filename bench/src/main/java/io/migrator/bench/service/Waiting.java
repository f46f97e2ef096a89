package io.migrator.bench.service;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again whether something has come. */
public final class Waiting {

    private static final long PAUSE_MILLIS = 50;

    private Waiting() {}

    /** @throws IllegalStateException when it has not come by then */
    public static void until(String what, Duration limit, BooleanSupplier isThere) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!isThere.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            pause(PAUSE_MILLIS);
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

package io.migrator.command.intake;

import io.migrator.api.Rejection;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all intakes of this process together may fill with tables over rows. An intake takes its share once, before it
 * begins to fill it, and those for whom there is not enough wait in the order in which they came, as long as there are not too
 * many of them. One that needs more than there
 * is at all waits for everything and then works alone. Safe to use from any thread.
 */
final class IntakeMemory {

    /** What is counted with; a file whose tables are smaller does not wait. */
    private static final int UNIT = 64 * 1024;

    /** Intakes that may wait: each keeps a thread that answers requests. */
    private static final int MOST_WAITING = 32;

    private final int all;
    private final Duration longestWait;
    private final Semaphore free;

    IntakeMemory(long bytes, Duration longestWait) {
        this.all = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        this.longestWait = longestWait;
        this.free = new Semaphore(all, true);
    }

    /** A share that is still empty, for one intake. */
    Share share() {
        return new Share();
    }

    /** What one intake has; given back when it is closed. Not safe for use by several threads. */
    final class Share implements AutoCloseable {

        private int held;

        private Share() {}

        /**
         * Takes so much, as soon as it is there. Once only: an intake that could ask for more while it holds some might wait
         * for another that waits for it.
         *
         * @throws Rejection when it does not become free in time
         */
        void take(long bytes) {
            if (held > 0) {
                throw new IllegalStateException("an intake takes its share of the memory once");
            }
            int units = units(bytes);
            if (units > 0 && !acquire(units)) {
                throw new Rejection(
                        Rejection.Kind.UNAVAILABLE,
                        "INTAKE_BUSY",
                        "Other files are being read; nothing of this one is kept, send it again in a moment.");
            }
            held = units;
        }

        /** Gives back what is more than so much. */
        void reduceTo(long bytes) {
            int kept = Math.min(held, units(bytes));
            free.release(held - kept);
            held = kept;
        }

        @Override
        public void close() {
            reduceTo(0);
        }
    }

    private int units(long bytes) {
        return (int) Math.min(all, bytes / UNIT);
    }

    private boolean acquire(int units) {
        if (free.getQueueLength() >= MOST_WAITING) {
            return false;
        }
        try {
            return free.tryAcquire(units, longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for memory", e);
        }
    }
}

package io.migrator.query.projection;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How often a projection is woken by events: at once after a pause, and {@value #MILLIS} milliseconds later when it has been woken
 * just before. Events of many small files, which come in quick succession, so share a transaction, which costs about the same
 * for ten as for one; a single event is shown as soon as ever. Safe to use from any thread.
 */
@Component
class WakingPace implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WakingPace.class);

    private static final long MILLIS = 20;
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(MILLIS);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "projection-pace");
        thread.setDaemon(true);
        return thread;
    });

    /** To be called for each event; calls on when it is time. */
    Runnable of(Runnable projection) {
        return new Waking(projection);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private final class Waking implements Runnable {

        private final Runnable projection;
        private final AtomicBoolean isDue = new AtomicBoolean();
        private volatile long last = System.nanoTime() - NANOS;

        Waking(Runnable projection) {
            this.projection = projection;
        }

        @Override
        public void run() {
            if (isDue.compareAndSet(false, true)) {
                long left = last + NANOS - System.nanoTime();
                if (left <= 0) {
                    wake();
                } else {
                    timer.schedule(this::wakeLater, left, TimeUnit.NANOSECONDS);
                }
            }
        }

        /** For an event that comes from here on, the projection is woken again. */
        private void wake() {
            last = System.nanoTime();
            isDue.set(false);
            projection.run();
        }

        private void wakeLater() {
            try {
                wake();
            } catch (RejectedExecutionException e) {
                log.debug("a projection that is shutting down takes no events", e);
            }
        }
    }
}

package io.migrator.query.projection;

import java.time.Duration;
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
 * How often a projection is woken by events: at once after a pause, and by its pace later when it has been woken just before. Safe to
 * use from any thread.
 */
@Component
class WakingPace implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WakingPace.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "projection-pace");
        thread.setDaemon(true);
        return thread;
    });

    /** To be called when events have come; calls on when it is time. */
    Runnable of(Runnable projection, Duration pace) {
        return new Waking(projection, pace.toNanos());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private final class Waking implements Runnable {

        private final Runnable projection;
        private final AtomicBoolean isDue = new AtomicBoolean();
        private final long nanos;
        private volatile long last;

        Waking(Runnable projection, long nanos) {
            this.projection = projection;
            this.nanos = nanos;
            this.last = System.nanoTime() - nanos;
        }

        @Override
        public void run() {
            if (isDue.compareAndSet(false, true)) {
                long left = last + nanos - System.nanoTime();
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

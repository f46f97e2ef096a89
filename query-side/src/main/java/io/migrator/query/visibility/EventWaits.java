package io.migrator.query.visibility;

import io.migrator.api.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Requests that wait until a projection has seen an event. The projection of this node tells at once ({@link #seen}); what
 * other nodes have written is found by a slow poll, one statement for all who wait. No thread and no connection is held while
 * waiting. Of the uploads seen last, {@value #REMEMBERED}, it knows what was seen. Safe to use from any thread.
 */
public final class EventWaits implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EventWaits.class);

    private static final int REMEMBERED = 1_000;

    private final SeenEvents seenEvents;
    private final LastSeen lastSeen = new LastSeen(REMEMBERED);
    private final VisibilitySettings settings;
    private final Clock clock;
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService executor;

    /**
     * @param projection names the thread
     * @param seenEvents reads what the projection has written
     */
    public EventWaits(String projection, SeenEvents seenEvents, VisibilitySettings settings, Clock clock) {
        this.seenEvents = seenEvents;
        this.settings = settings;
        this.clock = clock;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, projection + "-waits");
            thread.setDaemon(true);
            return thread;
        });
    }

    private record Wait(UUID upload, long minimumEvent, Instant deadline, CompletableFuture<Void> done) {}

    @Override
    public void afterPropertiesSet() {
        long interval = settings.pollInterval().toMillis();
        executor.scheduleWithFixedDelay(this::poll, interval, interval, TimeUnit.MILLISECONDS);
    }

    /**
     * Completes when the projection has seen the event, at once and on the caller's thread when it has already; fails with the
     * rejection {@code READ_MODEL_BEHIND} when that takes too long. An upload that does not exist is waited for as well,
     * unless {@code minimumEvent} is negative.
     */
    public CompletableFuture<Void> until(UUID upload, long minimumEvent) {
        return wait(upload, minimumEvent, this::hasSeen);
    }

    /**
     * As {@link #until}, for an event that is most likely new. The table is not asked at once when this node's projection has just
     * told of an earlier event of the upload: it will tell of this one too. What another node's writes is found by the next poll.
     */
    public CompletableFuture<Void> untilRecorded(UUID upload, long minimumEvent) {
        return wait(upload, minimumEvent, (id, event) -> lastSeen.of(id)
                .map(last -> last >= event)
                .orElseGet(() -> hasSeen(id, event)));
    }

    private CompletableFuture<Void> wait(UUID upload, long minimumEvent, BiPredicate<UUID, Long> isSeen) {
        if (minimumEvent < 0) {
            return CompletableFuture.completedFuture(null);
        }
        Wait wait = new Wait(upload, minimumEvent, clock.instant().plus(settings.timeout()), new CompletableFuture<>());
        // What is seen from here on signals; what was seen before has to be asked for.
        waits.add(wait);
        try {
            if (isSeen.test(upload, minimumEvent)) {
                waits.remove(wait);
                wait.done().complete(null);
            }
        } catch (RuntimeException e) {
            waits.remove(wait);
            throw e;
        }
        return wait.done();
    }

    private boolean hasSeen(UUID upload, long minimumEvent) {
        return seenEvents.lastEvents(Set.of(upload)).getOrDefault(upload, -1L) >= minimumEvent;
    }

    /** To be told after the commit; whoever waits goes on in another thread. */
    public void seen(UUID upload, long event) {
        lastSeen.put(upload, event);
        if (!waits.isEmpty()) {
            executor.execute(() -> release(Map.of(upload, event)));
        }
    }

    private void release(Map<UUID, Long> seen) {
        List<Wait> ready = waits.stream()
                .filter(wait -> seen.getOrDefault(wait.upload(), -1L) >= wait.minimumEvent())
                .toList();
        waits.removeAll(ready);
        ready.forEach(wait -> wait.done().complete(null));
    }

    private void poll() {
        try {
            if (!waits.isEmpty()) {
                release(seenEvents.lastEvents(waits.stream().map(Wait::upload).collect(Collectors.toSet())));
            }
        } catch (RuntimeException e) {
            // The next poll asks again, and whoever waits too long is told so: an unreachable database must not end the
            // polling.
            log.warn(
                    "what the read model has seen could not be read: {}",
                    e.getClass().getName());
        }
        expire(clock.instant());
    }

    private void expire(Instant now) {
        List<Wait> late =
                waits.stream().filter(wait -> !wait.deadline().isAfter(now)).toList();
        waits.removeAll(late);
        late.forEach(wait -> wait.done()
                .completeExceptionally(new Rejection(
                        Rejection.Kind.UNAVAILABLE,
                        "READ_MODEL_BEHIND",
                        "The change is stored but not visible yet; ask again in a moment.")));
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}

package io.migrator.query.progress;

import io.migrator.api.Rejection;
import io.migrator.api.query.UploadView;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.upload.Uploads;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Looks at all watched uploads with one statement, again and again, and tells the streams. Threads: one looks, a few send,
 * however many streams there are.
 */
@Component
@EnableConfigurationProperties(ProgressSettings.class)
class ProgressWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProgressWatch.class);
    private static final int SENDERS = 4;

    private final Uploads uploads;
    private final ProgressSettings settings;
    private final Clock clock;
    private final Map<UUID, WatchedUpload> watched = new ConcurrentHashMap<>();
    private volatile boolean isRunning;
    private final AtomicInteger streams = new AtomicInteger();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(daemon("poll"));
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, daemon("send"));

    ProgressWatch(Uploads uploads, ProgressSettings settings, Clock clock) {
        this.uploads = uploads;
        this.settings = settings;
        this.clock = clock;
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, "progress-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void start() {
        long interval = settings.interval().toMillis();
        poller.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
        isRunning = true;
    }

    /**
     * Opens a stream on an upload; it begins with the present state.
     *
     * @throws Rejection {@code STREAMS_EXHAUSTED} when this node has as many as it may, or is shutting down
     */
    SseEmitter watch(UploadView upload) {
        if (streams.incrementAndGet() > settings.streams() || !isRunning) {
            streams.decrementAndGet();
            throw new Rejection(
                    Rejection.Kind.UNAVAILABLE,
                    "STREAMS_EXHAUSTED",
                    "Too many streams of progress are open; ask for the upload itself instead.");
        }
        ProgressStream stream = new ProgressStream(settings.longest(), settings.heartbeat(), senders);
        stream.emitter().onCompletion(() -> leave(upload.id(), stream));
        stream.emitter().onTimeout(stream.emitter()::complete);
        watched.compute(upload.id(), (id, known) -> {
            WatchedUpload entry = known == null ? new WatchedUpload(settings.rateWindow()) : known;
            entry.add(stream);
            return entry;
        });
        poller.execute(this::look);
        return stream.emitter();
    }

    private void leave(UUID id, ProgressStream stream) {
        streams.decrementAndGet();
        watched.computeIfPresent(id, (key, entry) -> {
            entry.remove(stream);
            return entry.isWatched() ? entry : null;
        });
    }

    private void look() {
        if (watched.isEmpty()) {
            return;
        }
        try {
            Instant now = clock.instant();
            for (ShownUpload upload : uploads.all(Set.copyOf(watched.keySet()))) {
                WatchedUpload entry = watched.get(upload.view().id());
                if (entry != null) {
                    entry.tell(upload.view(), now);
                }
            }
        } catch (RuntimeException e) {
            // The next look tells again; an unreachable database or a rebuild must not end the looking.
            log.debug(
                    "the progress of watched uploads could not be read: {}",
                    e.getClass().getName());
        }
    }

    /**
     * Ends every stream. This comes before the server waits for the requests that it is working on, of which streams are some: their
     * clients connect again, to another node.
     */
    @Override
    public void stop() {
        isRunning = false;
        poller.shutdownNow();
        senders.shutdownNow();
        watched.values().forEach(WatchedUpload::end);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}

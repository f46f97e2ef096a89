package io.migrator.query.progress;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream. What is told is sent by a pool's thread; while a slow client has not taken the last message, newer ones
 * are left out: each message is the whole state.
 */
final class ProgressStream {

    private final SseEmitter emitter;
    private final Executor senders;
    private final Duration heartbeat;
    private final AtomicBoolean isSending = new AtomicBoolean();
    private volatile @Nullable Progress sent;
    private volatile Instant sentAt = Instant.EPOCH;

    ProgressStream(Duration longest, Duration heartbeat, Executor senders) {
        this.emitter = new SseEmitter(longest.toMillis());
        this.heartbeat = heartbeat;
        this.senders = senders;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void tell(Progress progress, Instant now) {
        boolean isNews = !progress.equals(sent);
        boolean isQuiet = !sentAt.plus(heartbeat).isAfter(now);
        if ((isNews || isQuiet) && isSending.compareAndSet(false, true)) {
            senders.execute(() -> send(progress, now, isNews));
        }
    }

    /** The client connects again. */
    void end() {
        emitter.complete();
    }

    private void send(Progress progress, Instant now, boolean isNews) {
        try {
            if (isNews) {
                emitter.send(SseEmitter.event().name("progress").data(progress, MediaType.APPLICATION_JSON));
            } else {
                emitter.send(SseEmitter.event().name("heartbeat").data("")); // a comment would be kept from scripts
            }
            sent = progress;
            sentAt = now;
            if (!progress.goesOn()) {
                emitter.send(
                        SseEmitter.event().name("end").data(progress.status().name()));
                emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            // The client has gone; the container ends the request.
            emitter.completeWithError(e);
        } finally {
            isSending.set(false);
        }
    }
}

package io.migrator.query.progress;

import io.migrator.api.RowCounts;
import io.migrator.api.query.UploadView;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** An upload with those who watch it. Looked at by one thread; streams come and go by others. */
final class WatchedUpload {

    private final Pace pace;
    private final Queue<ProgressStream> streams = new ConcurrentLinkedQueue<>();

    WatchedUpload(Duration rateWindow) {
        this.pace = new Pace(rateWindow);
    }

    void add(ProgressStream stream) {
        streams.add(stream);
    }

    void remove(ProgressStream stream) {
        streams.remove(stream);
    }

    boolean isWatched() {
        return !streams.isEmpty();
    }

    /** Tells all who watch. */
    void tell(UploadView view, Instant now) {
        RowCounts counts = view.counts();
        pace.observe(now, counts.success() + counts.error());
        OptionalDouble rate = pace.rowsPerSecond();
        Double rowsPerSecond = rate.isPresent() ? Math.round(rate.getAsDouble() * 10) / 10.0 : null;
        Progress progress = new Progress(
                view.id(), view.status(), counts, view.attempt(), rowsPerSecond, end(counts.open(), rate, now));
        streams.forEach(stream -> stream.tell(progress, now));
    }

    /** Ends all streams. */
    void end() {
        streams.forEach(ProgressStream::end);
    }

    private static @Nullable Instant end(int open, OptionalDouble rate, Instant now) {
        if (open == 0 || rate.isEmpty() || rate.getAsDouble() <= 0) {
            return null;
        }
        return now.plusSeconds((long) Math.ceil(open / rate.getAsDouble()));
    }
}

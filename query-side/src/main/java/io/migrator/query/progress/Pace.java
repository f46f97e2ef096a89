package io.migrator.query.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How fast rows of one upload are settled, within a window that moves along. Not safe for use by several threads. */
final class Pace {

    private final Duration window;
    private final Deque<Sample> samples = new ArrayDeque<>();

    Pace(Duration window) {
        this.window = window;
    }

    private record Sample(Instant at, int settled) {}

    /** Takes in how many rows are settled at a moment. Fewer than before: a new attempt has begun, and so does the measuring. */
    void observe(Instant at, int settled) {
        Sample last = samples.peekLast();
        if (last != null && settled < last.settled()) {
            samples.clear();
        }
        samples.addLast(new Sample(at, settled));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(at.minus(window))) {
            samples.removeFirst();
        }
    }

    /** Rows per second; empty until two moments are known. */
    OptionalDouble rowsPerSecond() {
        if (samples.size() < 2) {
            return OptionalDouble.empty();
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = Duration.between(first.at(), last.at()).toNanos() / 1e9;
        return seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of((last.settled() - first.settled()) / seconds);
    }
}

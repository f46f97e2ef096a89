package io.migrator.exporter.service;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what passes, with growing pauses.
 *
 * @param limit after which it is told
 */
public record Patience(Duration limit) {

    static final List<Integer> PASSING = List.of(429, 502, 503, 504);

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final long SHORTEST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;

    /** @throws ServiceException of the last time */
    <T> T tryAgain(String what, Supplier<T> attempt) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = SHORTEST_MILLIS;
        while (true) {
            try {
                return attempt.get();
            } catch (ServiceException e) {
                if (!e.isPassing() || System.nanoTime() + pause * 1_000_000 > end) {
                    throw e;
                }
                log.info("{} is tried again in {} ms: {}", what, pause, e.getMessage());
            }
            sleep(pause);
            pause = Math.min(LONGEST_MILLIS, pause * 2);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("broken off", false);
        }
    }
}

package io.migrator.crm;

import java.time.Duration;

/** Ever longer waits between attempts, so that an outage costs neither processor time nor log lines. One thread each. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Duration next = FIRST;

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void reset() {
        next = FIRST;
    }
}

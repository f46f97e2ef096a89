package io.migrator.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakingPaceTest {

    private static final Duration PACE = Duration.ofMillis(20);

    private final WakingPace pace = new WakingPace();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void destroy() {
        pace.destroy();
    }

    @Test
    void wakesAtOnceAfterAPause() {
        Runnable waking = pace.of(calls::incrementAndGet, PACE);

        waking.run();

        assertThat(calls).hasValue(1);
    }

    @Test
    void wakesOnceMoreForAllThatComesSoonAfterwards() {
        Runnable waking = pace.of(calls::incrementAndGet, PACE);

        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            waking.run();
        }
        long paces = Duration.ofNanos(System.nanoTime() - begun).dividedBy(PACE) + 1;

        await().untilAsserted(() -> assertThat(calls).hasValueGreaterThan(1));
        assertThat(calls).hasValueLessThanOrEqualTo((int) paces + 1);
    }

    @Test
    void isWokenAgainForWhatComesWhileItLooks() {
        Runnable[] waking = new Runnable[1];
        waking[0] = pace.of(
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        waking[0].run();
                    }
                },
                PACE);

        waking[0].run();

        await().untilAsserted(() -> assertThat(calls).hasValue(2));
    }

    @Test
    void projectionsDoNotWaitForOneAnother() {
        AtomicInteger others = new AtomicInteger();
        Runnable waking = pace.of(calls::incrementAndGet, PACE);
        Runnable other = pace.of(others::incrementAndGet, PACE);

        waking.run();
        other.run();

        assertThat(calls).hasValue(1);
        assertThat(others).hasValue(1);
    }
}

package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.migrator.api.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class IntakeMemoryTest {

    private static final long MB = 1024 * 1024;

    private final IntakeMemory patient = new IntakeMemory(10 * MB, Duration.ofMinutes(1));
    private final IntakeMemory hasty = new IntakeMemory(10 * MB, Duration.ZERO);
    private final List<String> served = new CopyOnWriteArrayList<>();

    @Test
    void whoDoesNotFitIsTurnedAwayWhenTheTimeIsOver() {
        try (IntakeMemory.Share one = hasty.share();
                IntakeMemory.Share other = hasty.share()) {
            one.take(6 * MB);
            assertThatThrownBy(() -> other.take(5 * MB)).isInstanceOfSatisfying(Rejection.class, busy -> {
                assertThat(busy.code()).isEqualTo("INTAKE_BUSY");
                assertThat(busy.kind()).isEqualTo(Rejection.Kind.UNAVAILABLE);
            });
        }
        try (IntakeMemory.Share next = hasty.share()) {
            next.take(10 * MB);
        }
    }

    @Test
    void whatIsNoLongerNeededServesOthers() {
        try (IntakeMemory.Share one = hasty.share();
                IntakeMemory.Share other = hasty.share()) {
            one.take(10 * MB);
            one.reduceTo(2 * MB);
            other.take(8 * MB);
            other.reduceTo(9 * MB);
            try (IntakeMemory.Share third = hasty.share()) {
                assertThatThrownBy(() -> third.take(MB)).isInstanceOf(Rejection.class);
            }
        }
    }

    @Test
    void oneLargerThanEverythingWorksAlone() {
        try (IntakeMemory.Share giant = hasty.share();
                IntakeMemory.Share other = hasty.share();
                IntakeMemory.Share tiny = hasty.share()) {
            giant.take(100 * MB);
            assertThatThrownBy(() -> other.take(MB)).isInstanceOf(Rejection.class);
            tiny.take(1000);
        }
    }

    @Test
    void aShareIsTakenOnceSoThatNoTwoWaitForEachOther() {
        try (IntakeMemory.Share share = hasty.share()) {
            share.take(MB);
            assertThatThrownBy(() -> share.take(MB)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void thoseWhoWaitAreServedInTheirOrder() throws Exception {
        Thread large;
        Thread small;
        try (IntakeMemory.Share first = patient.share()) {
            first.take(2 * MB);
            large = waiting("large", 9 * MB);
            small = waiting("small", 2 * MB);
            assertThat(served).isEmpty();
        }
        large.join();
        small.join();
        assertThat(served).containsExactly("large", "small");
    }

    private Thread waiting(String name, long bytes) {
        Thread thread = new Thread(() -> {
            try (IntakeMemory.Share share = patient.share()) {
                share.take(bytes);
                served.add(name);
            }
        });
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }
}

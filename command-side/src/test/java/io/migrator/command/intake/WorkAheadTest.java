package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkAheadTest {

    private static final int PIECES = 1000;

    @Test
    void resultsComeInTheOrderOfTheWorkAndOnlySoManyAreAhead() {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> taken = new ArrayList<>();
        List<Integer> ahead = new ArrayList<>();
        try (WorkAhead threads = new WorkAhead(3)) {
            Iterator<Supplier<Integer>> work = IntStream.range(0, PIECES)
                    .<Supplier<Integer>>mapToObj(number -> () -> {
                        begun.incrementAndGet();
                        return number;
                    })
                    .iterator();
            threads.inOrder(work, threads.enough(), number -> {
                ahead.add(begun.get() - taken.size());
                return taken.add(number);
            });
            assertThat(taken).isEqualTo(IntStream.range(0, PIECES).boxed().toList());
            assertThat(ahead).allSatisfy(count -> assertThat(count).isBetween(1, threads.enough()));
        }
    }

    @Test
    void aFaultOfThePieceIsThrownWhenItsTurnComes() {
        List<Integer> taken = new ArrayList<>();
        try (WorkAhead threads = new WorkAhead(2)) {
            Iterator<Supplier<Integer>> work = IntStream.range(0, PIECES)
                    .<Supplier<Integer>>mapToObj(number -> () -> 10 / (3 - number))
                    .iterator();
            assertThatThrownBy(() -> threads.inOrder(work, threads.enough(), taken::add))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(taken).containsExactly(3, 5, 10);
        }
    }

    @Test
    void nothingIsBeingWorkedOnAnyMoreWhenTheTakerHasHadEnough() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (WorkAhead threads = new WorkAhead(2)) {
            Supplier<Integer> first = () -> 0;
            Supplier<Integer> second = () -> {
                running.incrementAndGet();
                started.countDown();
                long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                return running.decrementAndGet();
            };
            threads.inOrder(List.of(first, second).iterator(), 4, number -> {
                await(started);
                return false;
            });
            assertThat(running).hasValue(0);
        }
    }

    @Test
    void anInterruptIsKeptAndTheWorkDone() {
        List<Integer> taken = new ArrayList<>();
        try (WorkAhead threads = new WorkAhead(2)) {
            Iterator<Supplier<Integer>> work = IntStream.range(0, 5)
                    .<Supplier<Integer>>mapToObj(number -> () -> number)
                    .iterator();
            Thread.currentThread().interrupt();
            threads.inOrder(work, threads.enough(), taken::add);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(taken).containsExactly(0, 1, 2, 3, 4);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.migrator.command.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Threads that all intakes of this process share: each does pieces of work there while it takes the results of earlier ones, in
 * order. Pieces do not wait for one another. Safe to use from any thread.
 */
final class WorkAhead implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int enough;
    private final ExecutorService threads;

    WorkAhead(int threads) {
        this.enough = 2 * threads;
        this.threads = Executors.newFixedThreadPool(threads, WorkAhead::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "intake-" + NUMBERS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** How many pieces of one intake keep all threads busy. */
    int enough() {
        return enough;
    }

    /**
     * Does the work, a bounded part of it ahead of the taker. No piece is being worked on any more when this returns or throws.
     *
     * @param most pieces that are worked on, or done and not taken yet, at a time
     * @param taker takes the results in the order of the work, on the caller's thread; false ends it
     */
    <T> void inOrder(Iterator<? extends Supplier<T>> work, int most, Predicate<T> taker) {
        Deque<Future<T>> ahead = new ArrayDeque<>();
        try {
            boolean goesOn = true;
            while (goesOn) {
                while (ahead.size() < most && work.hasNext()) {
                    ahead.add(threads.submit(work.next()::get));
                }
                goesOn = !ahead.isEmpty() && taker.test(result(ahead.remove()));
            }
        } finally {
            ahead.forEach(WorkAhead::finish);
        }
    }

    private static <T> T result(Future<T> piece) {
        try {
            return finished(piece);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Nobody wants the result any more, but the file must not be closed while it is read. */
    private static void finish(Future<?> piece) {
        try {
            finished(piece);
        } catch (ExecutionException e) {
            // The intake ends without it, for another reason.
        }
    }

    /** An interrupt is kept for later: pieces are short, and a thread that is interrupted in a file would close it. */
    private static <T> T finished(Future<T> piece) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return piece.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

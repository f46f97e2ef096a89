package io.migrator.saga.kafka;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.Buffer;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a few polls between the fetching thread and the event processor, first in, first out. The extension's own buffer sorts
 * by timestamp while tokens follow the order of polling, so that a stored token covers events not yet handed out: replies are
 * lost. A full buffer holds the fetching thread back; {@link #close} lets it go. Who has asked for it is told when something came.
 *
 * <p>Polls that wait are joined as long as they are small: the more there is to do, the more is done at a time, and nothing waits
 * for more to come.
 */
final class PollBuffer implements Buffer<KafkaEventMessage> {

    private static final Logger log = LoggerFactory.getLogger(PollBuffer.class);

    private final ArrayDeque<KafkaEventMessage> polls = new ArrayDeque<>();
    private final int capacity;
    private final int mostRecords;
    private @Nullable RuntimeException failure;
    private boolean isClosed;
    private Runnable onArrival = () -> {};

    /**
     * @param capacity polls that wait at most
     * @param mostRecords of polls that are joined
     */
    PollBuffer(int capacity, int mostRecords) {
        this.capacity = capacity;
        this.mostRecords = mostRecords;
    }

    @Override
    public synchronized void put(KafkaEventMessage poll) throws InterruptedException {
        while (polls.size() >= capacity && !isClosed && !fitsToLast(poll)) {
            wait();
        }
        if (!isClosed) {
            polls.addLast(fitsToLast(poll) ? PollEvents.joined(polls.removeLast(), poll) : poll);
            notifyAll();
            signal();
        }
    }

    private boolean fitsToLast(KafkaEventMessage poll) {
        KafkaEventMessage last = polls.peekLast();
        return last != null && PollEvents.size(last) + PollEvents.size(poll) <= mostRecords;
    }

    @Override
    public synchronized void putAll(Collection<KafkaEventMessage> added) throws InterruptedException {
        for (KafkaEventMessage poll : added) {
            put(poll);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the interface promises null when nothing came in time
    public synchronized KafkaEventMessage poll(long timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (polls.isEmpty()) {
            throwFailure();
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return removeFirst();
    }

    @Override
    public synchronized KafkaEventMessage take() throws InterruptedException {
        while (polls.isEmpty()) {
            throwFailure();
            wait();
        }
        return removeFirst();
    }

    private KafkaEventMessage removeFirst() {
        KafkaEventMessage first = polls.removeFirst();
        notifyAll();
        return first;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface promises null when there is nothing
    public synchronized KafkaEventMessage peek() {
        if (polls.isEmpty()) {
            throwFailure();
        }
        return polls.peekFirst();
    }

    @Override
    public synchronized int size() {
        return polls.size();
    }

    @Override
    public synchronized boolean isEmpty() {
        return polls.isEmpty();
    }

    @Override
    public synchronized int remainingCapacity() {
        return capacity - polls.size();
    }

    @Override
    public synchronized void clear() {
        polls.clear();
        notifyAll();
    }

    /** What the fetching thread failed with; thrown to the event processor after what came before it. */
    @Override
    public synchronized void setException(RuntimeException exception) {
        failure = exception;
        notifyAll();
        signal();
    }

    /** What to run when a poll or a failure came; on the fetching thread, so it has to be short. */
    synchronized void onArrival(Runnable callback) {
        onArrival = callback;
    }

    /** Lets a fetching thread that waits for room go; nothing is kept from then on. */
    synchronized void close() {
        isClosed = true;
        onArrival = () -> {};
        polls.clear();
        notifyAll();
    }

    private void signal() {
        try {
            onArrival.run();
        } catch (RejectedExecutionException e) {
            log.debug("A processor that is shutting down takes no polls", e);
        }
    }

    private void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}

package io.migrator.crm;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer of the group in one thread: poll, change the records, send the answers, commit the position, in this order.
 * Whatever fails, the same records are read again; a crash between two steps does the same.
 */
final class RowWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RowWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final String topic;
    private final PollHandler handler;
    private final AcknowledgedSending sending;
    private final StopSignal stop;
    private final Backoff backoff = new Backoff();
    private volatile @Nullable Consumer<byte[], byte[]> waiting;

    RowWorker(KafkaClients clients, String topic, PollHandler handler, AcknowledgedSending sending, StopSignal stop) {
        this.clients = clients;
        this.topic = topic;
        this.handler = handler;
        this.sending = sending;
        this.stop = stop;
    }

    /** Ends a poll that waits for records. */
    void wake() {
        Consumer<byte[], byte[]> consumer = waiting;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public void run() {
        while (!stop.isGiven()) {
            try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
                waiting = consumer;
                consumer.subscribe(List.of(topic));
                consume(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("the worker was woken to end");
            } catch (KafkaException e) {
                pause("the consumer failed and is opened anew", e);
            } finally {
                waiting = null;
            }
        }
    }

    private void consume(Consumer<byte[], byte[]> consumer) {
        boolean uncommitted = false;
        while (!stop.isGiven()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                if (!handle(records)) {
                    rewind(consumer, records);
                    continue;
                }
                uncommitted = true;
            }
            if (uncommitted) {
                uncommitted = !commit(consumer);
            }
        }
    }

    /** Faults of any kind are met alike: nothing is skipped, the records are tried again. */
    private boolean handle(ConsumerRecords<byte[], byte[]> records) {
        try {
            sending.send(handler.handle(records));
            LOG.debug("{} records applied and answered", records.count());
            backoff.reset();
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            pause("a poll of " + records.count() + " records failed and is tried again", e);
            return false;
        }
    }

    private void pause(String what, Exception fault) {
        Duration wait = backoff.next();
        LOG.warn("{} in {} ms: {}", what, wait.toMillis(), FaultText.of(fault));
        stop.await(wait);
    }

    private static void rewind(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).get(0).offset());
        }
    }

    /** A position that could not be committed is committed with the next; at worst records are read again. */
    private boolean commit(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync();
            return true;
        } catch (WakeupException e) {
            // The signal to end came in between; what is done is committed all the same.
            consumer.commitSync();
            return true;
        } catch (CommitFailedException e) {
            LOG.info("the partitions went to another consumer before the position was committed");
            return true;
        } catch (RebalanceInProgressException | RetriableCommitFailedException | TimeoutException e) {
            LOG.info("the position is committed later: {}", FaultText.of(e));
            return false;
        }
    }
}

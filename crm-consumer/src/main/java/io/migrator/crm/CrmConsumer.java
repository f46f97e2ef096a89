package io.migrator.crm;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrator.crm.record.DesiredStates;
import io.migrator.crm.record.TargetTypes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference target, running: threads, a connection pool and Kafka clients of its own. Several may run side by side, in one
 * process or many, on the same database and group. Safe to use from any thread.
 */
public final class CrmConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CrmConsumer.class);
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(40);

    private final StopSignal stop = new StopSignal();
    private final HikariDataSource dataSource;
    private final Producer<byte[], byte[]> producer;
    private final List<RowWorker> workers;
    private final List<Thread> threads;
    private final Thread starter;

    private CrmConsumer(CrmConsumerConfig config) {
        KafkaClients clients = new KafkaClients(config);
        TargetTypes types = TargetTypes.load();
        dataSource = dataSource(config);
        producer = clients.producer();
        AcknowledgedSending sending = new AcknowledgedSending(producer);
        workers = IntStream.range(0, config.workers())
                .mapToObj(any -> new PollHandler(new DesiredStates(dataSource, types), config.topics()))
                .map(handler -> new RowWorker(clients, config.topics().rows(), handler, sending, stop))
                .toList();
        Preparation preparation = new Preparation(dataSource, clients, config.topics(), stop);
        threads = IntStream.range(0, config.workers())
                .mapToObj(i -> new Thread(workers.get(i), "crm-worker-" + (i + 1)))
                .toList();
        starter = new Thread(() -> prepareAndWork(preparation, config), "crm-start");
    }

    /**
     * Starts it and returns at once. It waits by itself, as long as it takes, for the database, the broker and the topics.
     *
     * @throws IllegalArgumentException or a Kafka exception when a setting is malformed
     */
    public static CrmConsumer start(CrmConsumerConfig config) {
        CrmConsumer consumer = new CrmConsumer(config);
        consumer.starter.start();
        return consumer;
    }

    private void prepareAndWork(Preparation preparation, CrmConsumerConfig config) {
        preparation.await();
        if (!stop.isGiven()) {
            threads.forEach(Thread::start);
            LOG.info("the reference target takes rows: {}", config);
        }
    }

    private static HikariDataSource dataSource(CrmConsumerConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("crm");
        pool.setJdbcUrl(config.database().url());
        if (!config.database().user().isEmpty()) {
            pool.setUsername(config.database().user());
            pool.setPassword(config.database().password());
        }
        // The server repeats values in the details of its messages; they are not to reach any log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // One per worker, and two for the schema's migration, which needs one while it holds a lock with the other.
        pool.setMaximumPoolSize(config.workers() + 2);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setInitializationFailTimeout(-1);
        // Plans made while a table was small must not outlive that: each statement is planned when it is run. The
        // setting
        // plan_cache_mode would do the same to the foreign keys' checks, for every row, and took half of the server's
        // time.
        pool.addDataSourceProperty("prepareThreshold", "0");
        return new HikariDataSource(pool);
    }

    /** Ends after the poll under way, answers and position included, and gives everything back. */
    @Override
    public void close() {
        stop.give();
        workers.forEach(RowWorker::wake);
        long deadline = System.nanoTime() + CLOSING.toNanos();
        join(starter, deadline);
        threads.forEach(thread -> join(thread, deadline));
        producer.close(Duration.ofSeconds(5));
        dataSource.close();
        LOG.info("the reference target has ended");
    }

    private static void join(Thread thread, long deadline) {
        try {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            thread.join(Math.max(left, 1));
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

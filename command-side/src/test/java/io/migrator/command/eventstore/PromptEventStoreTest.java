package io.migrator.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.migrator.embedded.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The processor here looks for events of its own accord later than they are waited for: whatever it handles it was told of. */
class PromptEventStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Not much longer: a processor that is told to stop while it looks for work sees that only when it looks again. */
    private static final long LOOKS_ITSELF = PATIENCE.plusSeconds(10).toMillis();

    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
    private HikariDataSource database;
    private PromptEventStore store;
    private PromptEventStore ofAnotherNode;
    private PooledStreamingEventProcessor processor;

    @BeforeEach
    void start() {
        database = new HikariDataSource();
        database.setJdbcUrl(TestServers.newDatabase());
        Flyway.configure().dataSource(database).load().migrate();
        store = newStore();
        ofAnotherNode = newStore();
        processor = PooledStreamingEventProcessor.builder()
                .name("listening")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Listening())
                        .build())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(transactions())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(2)
                .tokenClaimInterval(LOOKS_ITSELF)
                .claimExtensionThreshold(LOOKS_ITSELF)
                .build();
        processor.start();
    }

    @AfterEach
    void stop() {
        processor.shutDown();
        store.shutDown();
        ofAnotherNode.shutDown();
        threads.shutdownNow();
        database.close();
    }

    @Test
    void aProcessorThatHasCaughtUpIsToldOfEveryEvent() {
        for (int i = 0; i < 300; i++) {
            publish(store, "event " + i);
            awaitHandled("event " + i);
        }
    }

    @Test
    void eventsOfAnotherNodeAreToldToo() {
        publish(store, "mine");
        awaitHandled("mine");
        publish(ofAnotherNode, "another's");
        awaitHandled("another's");
    }

    @Test
    void aProcessorThatBeginsAnewIsToldOfWhatComesAfterThePast() {
        for (int i = 0; i < 120; i++) { // more than the store keeps in memory
            publish(store, "past " + i);
        }
        awaitHandled("past 119");
        processor.shutDown();
        processor.resetTokens();
        handled.clear();
        processor.start();
        awaitHandled("past 119");
        publish(store, "new");
        awaitHandled("new");
        // the other segment may be a little behind
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled).hasSize(121));
    }

    /** As a command leaves it that took numbers for its events and was rolled back. */
    @Test
    void aGapWiderThanABatchIsPassed() {
        publish(store, "before");
        awaitHandled("before");
        new JdbcTemplate(database).queryForList("""
                SELECT nextval(pg_get_serial_sequence('domainevententry', 'globalindex')) FROM generate_series(1, 75)""");
        publish(store, "after");
        awaitHandled("after");
    }

    @Test
    void manyEventsOfOneTransactionAreAllTold() {
        store.publish(IntStream.range(0, 150)
                .mapToObj(i -> GenericEventMessage.asEventMessage("event " + i))
                .toList());
        awaitHandled("event 149");
        // the other segment may be a little behind
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled).hasSize(150));
    }

    @Test
    void aStreamThatWasClosedTellsNobody() {
        TrackingEventStream stream = store.openStream(null);
        Set<String> told = ConcurrentHashMap.newKeySet();
        assertThat(stream.setOnAvailableCallback(() -> told.add("told"))).isTrue();
        stream.close();
        publish(store, "event");
        awaitHandled("event");
        assertThat(told).isEmpty();
    }

    private static void publish(PromptEventStore store, String text) {
        store.publish(List.<EventMessage<?>>of(GenericEventMessage.asEventMessage(text)));
    }

    private void awaitHandled(String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> handled.contains(text));
    }

    private PromptEventStore newStore() {
        Arrivals arrivals = new Arrivals();
        JacksonSerializer serializer = JacksonSerializer.defaultSerializer();
        TailingEngine engine = new TailingEngine(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                                new SpringDataSourceConnectionProvider(database)))
                        .transactionManager(transactions())
                        .batchSize(20),
                arrivals);
        return new PromptEventStore(
                EmbeddedEventStore.builder().storageEngine(engine).cachedEvents(50), arrivals);
    }

    private TransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(database));
    }

    /** Handles texts. */
    private final class Listening {

        @EventHandler
        void on(String text) {
            handled.add(text);
        }
    }
}

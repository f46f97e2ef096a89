package io.migrator.command.eventstore;

import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the event store together. Axon's defaults are sized for small events; here one may hold some thousand rows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreSettings.class)
class EventStoreConfiguration {

    private static final String UNIQUE_VIOLATION = "23505";

    @Bean
    EventStorageEngine eventStorageEngine(
            @Qualifier("eventSerializer") Serializer serializer,
            ConnectionProvider connections,
            TransactionManager transactions,
            org.axonframework.config.Configuration axon,
            SnapshotFilter snapshots,
            EventStoreSettings settings,
            Arrivals arrivals) {
        JdbcEventStorageEngine.Builder engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(snapshots)
                .upcasterChain(axon.upcasterChain())
                .persistenceExceptionResolver(EventStoreConfiguration::isDuplicateKey)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .batchSize(settings.batchSize());
        return new TailingEngine(engine, arrivals);
    }

    /** PostgreSQL's driver has one exception class for everything; what happened is in the SQL state. */
    private static boolean isDuplicateKey(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine, EventStoreSettings settings, Arrivals arrivals) {
        return new PromptEventStore(
                EmbeddedEventStore.builder().storageEngine(engine).cachedEvents(settings.cachedEvents()), arrivals);
    }

    /** Who gave a command stands in the metadata of every event that follows from it. */
    @Bean
    CorrelationDataProvider operatorAndTenant() {
        return new SimpleCorrelationDataProvider("operator", "tenant");
    }
}

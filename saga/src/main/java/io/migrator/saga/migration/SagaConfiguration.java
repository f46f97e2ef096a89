package io.migrator.saga.migration;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The sagas' store, their event processors and the deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationSettings.class)
class SagaConfiguration {

    private static final Duration DEADLINE_POLLING = Duration.ofMillis(500);
    private static final int DEADLINE_THREADS = 2;
    /** Each segment looks for the sagas of every event, so a second one doubles the work; the events of files are few. */
    private static final int SEGMENTS = 1;
    /** One event in a transaction: the commands that follow from several would lock several uploads, in no agreed order. */
    private static final int WITH_COMMANDS = 1;
    /** Events from which no command follows. */
    private static final int WITHOUT_COMMANDS = 20;

    /** Axon keeps sagas without a version and locks them in one process only: the row lock orders the nodes as well. */
    @Bean
    SagaSqlSchema sagaSqlSchema() {
        PostgresSagaSqlSchema schema = new PostgresSagaSqlSchema();
        schema.setExclusiveLoad(true);
        return schema;
    }

    @Bean(destroyMethod = "")
    Scheduler deadlineScheduler(DataSource dataSource, ObjectProvider<DeadlineManager> deadlines) {
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(dataSource),
                        DbSchedulerDeadlineManager.binaryTask(() -> (DbSchedulerDeadlineManager) deadlines.getObject()))
                .threads(DEADLINE_THREADS)
                .pollingInterval(DEADLINE_POLLING)
                .heartbeatInterval(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    DeadlineManager deadlineManager(
            Scheduler scheduler,
            org.axonframework.config.Configuration axon,
            Serializer serializer,
            TransactionManager transactions) {
        return DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactions)
                .startScheduler(true)
                .stopScheduler(true)
                .build();
    }

    /** On a new installation a saga processor would begin at the newest event and miss what came just before. */
    @Autowired
    void processors(EventProcessingConfigurer processing) {
        register(processing, MigrationSaga.PROCESSOR, WITH_COMMANDS);
        register(processing, StagingWatch.PROCESSOR, WITHOUT_COMMANDS);
    }

    private static void register(EventProcessingConfigurer processing, String processor, int batchSize) {
        processing.registerPooledStreamingEventProcessor(
                processor, org.axonframework.config.Configuration::eventStore, (axon, builder) -> builder.initialToken(
                                StreamableMessageSource::createTailToken)
                        .initialSegmentCount(SEGMENTS)
                        .batchSize(batchSize));
        processing.registerListenerInvocationErrorHandler(processor, axon -> PropagatingErrorHandler.instance());
    }
}

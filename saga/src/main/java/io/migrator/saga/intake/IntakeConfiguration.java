package io.migrator.saga.intake;

import io.migrator.saga.kafka.PolledRecordsSource;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;

/**
 * The intake's event processor: one thread on one segment, in one node at a time, so that answers are taken in in the order of
 * their partitions. An event is a whole poll already, so that a batch is one event.
 */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Autowired
    void processor(EventProcessingConfigurer processing, @Qualifier("answerSource") PolledRecordsSource answers) {
        processing.registerTrackingEventProcessor(
                OutcomeIntake.PROCESSOR,
                axon -> answers,
                axon -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(1)
                        .andInitialTrackingToken(source -> source.createTailToken()));
        processing.registerListenerInvocationErrorHandler(
                OutcomeIntake.PROCESSOR, axon -> PropagatingErrorHandler.instance());
    }
}

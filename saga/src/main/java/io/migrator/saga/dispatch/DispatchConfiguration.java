package io.migrator.saga.dispatch;

import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** The row dispatcher's event processor: the orders of one upload in their order, several uploads side by side. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    private static final int SEGMENTS = 4;
    /** One order in a transaction: two might hold the locks of two uploads, in no agreed order, while the broker is waited for. */
    private static final int BATCH = 1;

    @Autowired
    void processor(EventProcessingConfigurer processing) {
        processing.registerPooledStreamingEventProcessor(
                RowDispatcher.PROCESSOR,
                org.axonframework.config.Configuration::eventStore,
                (axon, builder) -> builder.initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(SEGMENTS)
                        .batchSize(BATCH));
        processing.registerListenerInvocationErrorHandler(
                RowDispatcher.PROCESSOR, axon -> PropagatingErrorHandler.instance());
    }
}

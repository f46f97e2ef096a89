package io.migrator.query.projection;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/**
 * Every {@link Projection} reads the event store by a pooled streaming processor, from the first event on. An event that cannot
 * be projected stops its segment and is tried again; it is never skipped.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** A position is stored at least this often, also when a segment has nothing to do: readers see that it has caught up. */
    private static final long CLAIM_EXTENSION_MILLIS = 1000;

    @Bean
    ConfigurerModule projectionProcessors(List<Projection> projections, WakingPace pace) {
        return configurer ->
                configurer.eventProcessing(processing -> projections.forEach(p -> register(processing, p, pace)));
    }

    private static void register(EventProcessingConfigurer processing, Projection projection, WakingPace pace) {
        processing
                .registerPooledStreamingEventProcessor(
                        projection.name(),
                        configuration -> new PacedEvents(
                                configuration.eventStore(), callback -> pace.of(callback, projection.pace())),
                        (configuration, builder) -> builder.initialToken(StreamableMessageSource::createTailToken)
                                .initialSegmentCount(projection.segments())
                                .batchSize(projection.batchSize())
                                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS))
                .registerListenerInvocationErrorHandler(
                        projection.name(), configuration -> PropagatingErrorHandler.instance());
    }
}

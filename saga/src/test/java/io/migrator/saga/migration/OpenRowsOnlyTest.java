package io.migrator.saga.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.RowCounts;
import io.migrator.api.event.MigrationCompleted;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathHandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.axonframework.messaging.annotation.MultiHandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.saga.metamodel.AnnotationSagaMetaModelFactory;
import org.axonframework.modelling.saga.metamodel.SagaModel;
import org.junit.jupiter.api.Test;

/** Which events a migration's saga is looked for at all. */
class OpenRowsOnlyTest {

    private final SagaModel<MigrationSaga> saga = model();

    @Test
    void outcomesMatterWhileRowsAreReady() {
        assertThat(isLookedFor(MigrationSagaTest.outcomes(40, 1, 0))).isTrue();
    }

    /** Of a resumed migration they may have been sent before, and not yet again. */
    @Test
    void outcomesMatterWhileRowsArePending() {
        assertThat(isLookedFor(MigrationSagaTest.outcomes(40, 0, 1))).isTrue();
    }

    @Test
    void theLastOutcomesDoNotMatter() {
        assertThat(isLookedFor(MigrationSagaTest.outcomes(40, 0, 0))).isFalse();
    }

    @Test
    void otherEventsMatterAlways() {
        assertThat(isLookedFor(new MigrationCompleted(UUID.randomUUID(), 1, RowCounts.NONE, Instant.EPOCH)))
                .isTrue();
    }

    private boolean isLookedFor(Object event) {
        return saga.hasHandlerMethod(GenericEventMessage.asEventMessage(event));
    }

    private static SagaModel<MigrationSaga> model() {
        ClassLoader loader = MigrationSaga.class.getClassLoader();
        ParameterResolverFactory parameters = ClasspathParameterResolverFactory.forClassLoader(loader);
        return new AnnotationSagaMetaModelFactory(
                        parameters,
                        MultiHandlerDefinition.ordered(
                                MultiHandlerEnhancerDefinition.ordered(
                                        ClasspathHandlerEnhancerDefinition.forClassLoader(loader), new OpenRowsOnly()),
                                ClasspathHandlerDefinition.forClassLoader(loader)))
                .modelOf(MigrationSaga.class);
    }
}

package io.migrator.saga.migration;

import io.migrator.api.event.RowOutcomesRecorded;
import java.lang.reflect.Executable;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.stereotype.Component;

/** Keeps outcomes after which no row is open from handlers that say {@link OnlyWhileRowsAreOpen}. Stateless. */
@Component
class OpenRowsOnly implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> handler) {
        boolean isFiltered = handler.unwrap(Executable.class)
                .filter(method -> method.isAnnotationPresent(OnlyWhileRowsAreOpen.class))
                .isPresent();
        return isFiltered ? new Filtered<>(handler) : handler;
    }

    private static final class Filtered<T> extends WrappedMessageHandlingMember<T> {

        Filtered(MessageHandlingMember<T> handler) {
            super(handler);
        }

        @Override
        public boolean canHandle(Message<?> message) {
            return super.canHandle(message)
                    && message.getPayload() instanceof RowOutcomesRecorded outcomes
                    && outcomes.counts().open() > 0;
        }
    }
}

package io.migrator.saga.dispatch;

import io.migrator.api.command.RecordRowsDispatched;
import io.migrator.api.event.RowsDispatchRequested;
import io.migrator.saga.kafka.RecordSender;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Carries out the orders to send rows. An event processor of its own stands before an order until the broker has acknowledged
 * every row and the aggregate knows: a crash in between sends again, and never forgets. What stops it stops it loudly: the
 * processor tries the same order again, with a growing pause.
 */
@Component
@DisallowReplay
@ProcessingGroup(RowDispatcher.PROCESSOR)
class RowDispatcher {

    static final String PROCESSOR = "row-dispatch";

    private static final Logger log = LoggerFactory.getLogger(RowDispatcher.class);

    private final StagedChunks chunks;
    private final RowMessages messages;
    private final RecordSender sender;
    private final CommandGateway commands;

    RowDispatcher(StagedChunks chunks, RowMessages messages, RecordSender sender, CommandGateway commands) {
        this.chunks = chunks;
        this.messages = messages;
        this.sender = sender;
        this.commands = commands;
    }

    @EventHandler
    void on(RowsDispatchRequested order) {
        try (MDC.MDCCloseable tenant = MDC.putCloseable("tenant", order.tenant());
                MDC.MDCCloseable upload =
                        MDC.putCloseable("uploadId", order.uploadId().toString())) {
            carryOut(order);
        }
    }

    private void carryOut(RowsDispatchRequested order) {
        sender.sendAndWait(messages.of(order, chunks.read(order.uploadId(), order.chunkEvent())));
        commands.sendAndWait(new RecordRowsDispatched(order.uploadId(), order.attempt(), order.chunk(), order.rows()));
        log.debug("sent {} rows of chunk {}", order.rows().size(), order.chunk());
    }
}

package io.migrator.saga.deadletters;

import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.wire.DeadLetterHeaders;
import io.migrator.api.wire.Topics;
import io.migrator.saga.kafka.PolledRecords;
import io.migrator.saga.kafka.PolledRecordsSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lists what arrives on the two dead-letter topics, whoever put it there. */
@Component
@ProcessingGroup(DeadLetterIntake.PROCESSOR)
class DeadLetterIntake {

    static final String PROCESSOR = "dead-letter-intake";
    private static final int LONGEST_REASON = 500;

    private final DeadLetterTable table;

    DeadLetterIntake(DeadLetterTable table) {
        this.table = table;
    }

    @Autowired
    void processor(
            EventProcessingConfigurer processing, @Qualifier("deadLetterSource") PolledRecordsSource deadLetters) {
        processing.registerTrackingEventProcessor(
                PROCESSOR,
                axon -> deadLetters,
                axon -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(1)
                        .andInitialTrackingToken(source -> source.createTailToken()));
        processing.registerListenerInvocationErrorHandler(PROCESSOR, axon -> PropagatingErrorHandler.instance());
    }

    @EventHandler
    void on(PolledRecords poll) {
        table.add(poll.records().stream().map(DeadLetterIntake::letter).toList());
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> found) {
        String source = found.topic().equals(Topics.ROWS_DEAD_LETTERS) ? Topics.ROWS : Topics.ANSWERS;
        String partition = header(found, DeadLetterHeaders.PARTITION);
        String offset = header(found, DeadLetterHeaders.OFFSET);
        String code = header(found, DeadLetterHeaders.CODE);
        String reason = header(found, DeadLetterHeaders.REASON);
        return new DeadLetter(
                0,
                found.topic(),
                found.partition(),
                found.offset(),
                code == null ? "UNSTATED" : code,
                reason == null ? "no reason was given" : reason,
                source,
                isNumber(partition, 9) ? Integer.valueOf(partition) : null,
                isNumber(offset, 18) ? Long.valueOf(offset) : null,
                Instant.ofEpochMilli(found.timestamp()),
                null,
                null);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        String text = CardNumbers.masked(new String(header.value(), StandardCharsets.UTF_8).replace('\0', ' '));
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    private static boolean isNumber(@Nullable String text, int digits) {
        return text != null
                && !text.isEmpty()
                && text.length() <= digits
                && text.chars().allMatch(Character::isDigit);
    }
}

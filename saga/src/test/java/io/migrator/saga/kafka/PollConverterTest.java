package io.migrator.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class PollConverterTest {

    private static final TopicPartition PARTITION = new TopicPartition("answers", 0);
    private static final int MANY = 3;

    private long now = Long.MAX_VALUE - 1_000_000; // the clock may run over
    private long next;
    private final PollConverter converter =
            new PollConverter(KafkaTrackingToken.newInstance(Map.of(PARTITION, -1L)), MANY, () -> now);

    @Test
    void anAnswerThatComesAloneIsHandedOnAtOnce() {
        assertThat(offsets(poll(1))).containsExactly(List.of(0L));
        pass(PollConverter.PAUSE.toMillis());
        assertThat(offsets(poll(1))).containsExactly(List.of(1L));
    }

    @Test
    void whatFollowsCloselyIsGatheredUntilThePauseIsOver() {
        poll(1);
        assertThat(poll(1)).isEmpty();
        pass(PollConverter.PAUSE.toMillis() - 1);
        assertThat(poll(1)).isEmpty();
        pass(1);
        assertThat(poll(0)).singleElement().satisfies(event -> {
            assertThat(offsets(List.of(event))).containsExactly(List.of(1L, 2L));
            assertThat(event.value().trackingToken()).isEqualTo(position(2));
        });
    }

    @Test
    void manyDoNotWait() {
        poll(1);
        assertThat(poll(2)).isEmpty();
        assertThat(offsets(poll(2))).containsExactly(List.of(1L, 2L, 3L, 4L));
    }

    @Test
    void aPositionWithoutRecordsIsHandedOnAsWell() {
        next = 5; // a transaction's markers
        assertThat(poll(0)).singleElement().satisfies(event -> {
            assertThat(offsets(List.of(event))).containsExactly(List.of());
            assertThat(event.value().trackingToken()).isEqualTo(position(4));
        });
    }

    @Test
    void nothingComesOfNothing() {
        pass(PollConverter.PAUSE.toMillis());
        assertThat(poll(0)).isEmpty();
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private List<KafkaEventMessage> poll(int records) {
        List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            polled.add(new ConsumerRecord<>("answers", 0, next++, "key", new byte[0]));
        }
        return converter.convert(new ConsumerRecords<>(
                polled.isEmpty() ? Map.of() : Map.of(PARTITION, polled),
                Map.of(PARTITION, new OffsetAndMetadata(next))));
    }

    private static List<List<Long>> offsets(List<KafkaEventMessage> events) {
        return events.stream()
                .map(event -> ((PolledRecords) event.value().getPayload())
                        .records().stream().map(ConsumerRecord::offset).toList())
                .toList();
    }

    private static KafkaTrackingToken position(long offset) {
        return KafkaTrackingToken.newInstance(Map.of(PARTITION, offset));
    }
}

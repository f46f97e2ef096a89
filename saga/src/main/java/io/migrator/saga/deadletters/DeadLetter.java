package io.migrator.saga.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, as operations staff see it.
 *
 * @param topic the dead-letter topic that holds it
 * @param code why it was set aside
 * @param reason the same in words
 * @param sourceTopic where it came from, and where it goes when it is sent again
 * @param arrivedAt when it reached the dead-letter topic
 * @param redeliveredAt when it was last sent again
 */
record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        String code,
        String reason,
        String sourceTopic,
        @Nullable Integer sourcePartition,
        @Nullable Long sourceOffset,
        Instant arrivedAt,
        @Nullable Instant redeliveredAt,
        @Nullable String redeliveredBy) {}

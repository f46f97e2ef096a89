package io.migrator.saga.progress;

import io.migrator.saga.intake.OutcomeIntake;
import io.migrator.saga.kafka.PolledRecordsSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second whether service, broker and database are up and the outcome intake stands at the end of {@code JL.MIGRATOR},
 * and remembers since when that has been so without a break. An hour without a broker is an outage, not a stall.
 *
 * <p>"At the end" means: what was on the topic at the look before this one has been taken in. Each node looks for itself; a node
 * that has just started, or was paused, begins anew.
 */
@Component
class WatchedConditions implements ProgressConditions {

    private static final Logger log = LoggerFactory.getLogger(WatchedConditions.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final PolledRecordsSource answers;
    private final Clock clock;

    private Map<TopicPartition, Long> endsBefore = Map.of();
    private boolean hasLookedBefore;
    private Instant lookedAt = Instant.MIN;
    private volatile Instant goodSince = Instant.MAX;

    WatchedConditions(
            Admin admin,
            JdbcTemplate jdbc,
            Serializer serializer,
            @Qualifier("answerSource") PolledRecordsSource answers,
            Clock clock) {
        this.admin = admin;
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Instant goodSince() {
        return goodSince;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        Instant now = clock.instant();
        boolean wasPaused = Duration.between(lookedAt.equals(Instant.MIN) ? now : lookedAt, now)
                        .compareTo(LOOK_EVERY.plus(PATIENCE.multipliedBy(3)))
                > 0;
        lookedAt = now;
        boolean isGood = isGood();
        if (!isGood || wasPaused) {
            goodSince = Instant.MAX;
        } else if (goodSince.equals(Instant.MAX)) {
            goodSince = now;
        }
    }

    private boolean isGood() {
        try {
            Map<TopicPartition, Long> ends = ends();
            boolean isAtEnd = hasLookedBefore && hasTaken(endsBefore);
            endsBefore = ends;
            hasLookedBefore = true;
            return isAtEnd;
        } catch (ExecutionException | TimeoutException | DataAccessException e) {
            log.debug("something that migrations need is away", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where each partition ends; one that holds nothing (any more) is left out, since nothing can be taken from it. */
    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException, TimeoutException {
        Set<TopicPartition> partitions = new HashSet<>();
        Map<String, TopicDescription> topics =
                admin.describeTopics(answers.topics()).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        topics.forEach((name, topic) -> topic.partitions()
                .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        Map<TopicPartition, Long> beginnings = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        answers.reopenUnlessReading(ends.keySet());
        ends.entrySet().removeIf(end -> end.getValue().equals(beginnings.get(end.getKey())));
        return ends;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which)))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private boolean hasTaken(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> taken = takenIn();
        return ends.entrySet().stream().allMatch(end -> taken.getOrDefault(end.getKey(), -1L) + 1 >= end.getValue());
    }

    private Map<TopicPartition, Long> takenIn() {
        List<KafkaTrackingToken> tokens = jdbc.query(
                "SELECT token, tokentype FROM tokenentry WHERE processorname = ? AND token IS NOT NULL",
                (row, number) -> serializer.<byte[], KafkaTrackingToken>deserialize(
                        new SimpleSerializedObject<>(row.getBytes(1), byte[].class, row.getString(2), null)),
                OutcomeIntake.PROCESSOR);
        return tokens.isEmpty() ? Map.of() : tokens.get(0).getPositions();
    }
}

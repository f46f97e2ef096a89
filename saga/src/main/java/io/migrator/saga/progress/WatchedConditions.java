package io.migrator.saga.progress;

import io.migrator.saga.kafka.PolledRecordsSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
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
    /** How long a look may take when the broker does not answer. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(15);

    private final TopicPositions positions;
    private final PolledRecordsSource answers;
    private final Clock clock;

    private Map<TopicPartition, Long> endsBefore = Map.of();
    private boolean hasLookedBefore;
    private Instant lookedAt = Instant.MIN;
    private volatile Instant goodSince = Instant.MAX;

    WatchedConditions(TopicPositions positions, @Qualifier("answerSource") PolledRecordsSource answers, Clock clock) {
        this.positions = positions;
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
                        .compareTo(LOOK_EVERY.plus(LONGEST_LOOK))
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
        Set<TopicPartition> partitions = positions.partitions(answers.topics());
        Map<TopicPartition, Long> beginnings = positions.beginnings(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(positions.ends(partitions));
        answers.reopenUnlessReading(ends.keySet());
        ends.entrySet().removeIf(end -> end.getValue().equals(beginnings.get(end.getKey())));
        return ends;
    }

    private boolean hasTaken(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> taken = positions.takenIn();
        return ends.entrySet().stream().allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}

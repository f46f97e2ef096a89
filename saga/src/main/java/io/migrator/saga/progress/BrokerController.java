package io.migrator.saga.progress;

import io.migrator.api.Rejection;
import io.migrator.api.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the readers of the contract's topics are behind, for operations staff: numbers of the whole installation. */
@RestController
class BrokerController {

    private static final Logger log = LoggerFactory.getLogger(BrokerController.class);
    private static final String INTAKE = "outcome-intake";

    private final TopicPositions positions;

    BrokerController(TopicPositions positions) {
        this.positions = positions;
    }

    /**
     * A reader of a topic.
     *
     * @param reader the consumer group; {@value #INTAKE} is this service, whose position is in its database
     * @param lag records that it has not read yet
     */
    record TopicReader(String topic, String reader, long lag) {}

    /** The targets, which read the rows, and the service, which reads the answers. */
    @GetMapping("/api/v1/broker")
    List<TopicReader> readers() {
        try {
            Set<TopicPartition> rows = positions.partitions(List.of(Topics.ROWS));
            List<TopicReader> readers = new ArrayList<>();
            for (var group : new TreeMap<>(positions.groups(rows)).entrySet()) {
                readers.add(new TopicReader(Topics.ROWS, group.getKey(), lag(rows, group.getValue())));
            }
            Set<TopicPartition> answers = positions.partitions(List.of(Topics.ANSWERS));
            readers.add(new TopicReader(Topics.ANSWERS, INTAKE, lag(answers, positions.takenIn())));
            return readers;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("the broker does not answer", e);
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    /** A partition that nothing was read of is read from its beginning. */
    private long lag(Set<TopicPartition> partitions, Map<TopicPartition, Long> read)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> beginnings = positions.beginnings(partitions);
        Map<TopicPartition, Long> ends = positions.ends(partitions);
        return partitions.stream()
                .mapToLong(partition -> {
                    long begin = beginnings.getOrDefault(partition, 0L);
                    return Math.max(
                            0, ends.getOrDefault(partition, 0L) - Math.max(begin, read.getOrDefault(partition, 0L)));
                })
                .sum();
    }

    private static Rejection away() {
        return new Rejection(Rejection.Kind.UNAVAILABLE, "BROKER_AWAY", "The broker does not answer; ask again later.");
    }
}

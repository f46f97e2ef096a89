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
            Extent extent = Extent.of(positions, rows);
            new TreeMap<>(positions.groups(rows))
                    .forEach((group, read) -> readers.add(new TopicReader(Topics.ROWS, group, extent.after(read))));
            Extent answers = Extent.of(positions, positions.partitions(List.of(Topics.ANSWERS)));
            readers.add(new TopicReader(Topics.ANSWERS, INTAKE, answers.after(positions.takenIn())));
            return readers;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("the broker does not answer", e);
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    /** What the partitions hold. */
    private record Extent(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {

        static Extent of(TopicPositions positions, Set<TopicPartition> partitions)
                throws ExecutionException, InterruptedException, TimeoutException {
            return new Extent(positions.beginnings(partitions), positions.ends(partitions));
        }

        /** How many records come after what was read; of a partition that nothing was read of, all. */
        long after(Map<TopicPartition, Long> read) {
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        long begin = beginnings.getOrDefault(end.getKey(), 0L);
                        long next = Math.max(begin, read.getOrDefault(end.getKey(), 0L));
                        return Math.max(0, end.getValue() - next);
                    })
                    .sum();
        }
    }

    private static Rejection away() {
        return new Rejection(Rejection.Kind.UNAVAILABLE, "BROKER_AWAY", "The broker does not answer; ask again later.");
    }
}

package io.migrator.saga.progress;

import io.migrator.saga.intake.OutcomeIntake;
import java.time.Duration;
import java.util.Collection;
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
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How far the topics of the contract reach and how far they have been read. Each question waits for the broker for five seconds at
 * most, and is then answered with a {@link TimeoutException}. Safe to use from any thread.
 */
@Component
class TopicPositions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    TopicPositions(Admin admin, JdbcTemplate jdbc, Serializer serializer) {
        this.admin = admin;
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The partitions that the topics have now. */
    Set<TopicPartition> partitions(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<TopicPartition> partitions = new HashSet<>();
        Map<String, TopicDescription> found =
                answer(admin.describeTopics(topics).allTopicNames());
        found.forEach((name, topic) -> topic.partitions()
                .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        return partitions;
    }

    /** The offset of the first record that each still holds. */
    Map<TopicPartition, Long> beginnings(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** The offset after the last record of each. */
    Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        return offsets(partitions, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin.listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, any -> which)))
                        .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** The offset after the last record that the intake of outcomes has taken in, of each partition it has read from. */
    Map<TopicPartition, Long> takenIn() {
        List<KafkaTrackingToken> tokens = jdbc.query(
                "SELECT token, tokentype FROM tokenentry WHERE processorname = ? AND token IS NOT NULL",
                (row, number) -> serializer.<byte[], KafkaTrackingToken>deserialize(
                        new SimpleSerializedObject<>(row.getBytes(1), byte[].class, row.getString(2), null)),
                OutcomeIntake.PROCESSOR);
        Map<TopicPartition, Long> taken = new HashMap<>();
        tokens.forEach(token ->
                token.getPositions().forEach((partition, last) -> taken.merge(partition, last + 1, Math::max)));
        return taken;
    }

    /** The offset after the last record that each consumer group has committed, of the partitions that it reads. */
    Map<String, Map<TopicPartition, Long>> groups(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        ListConsumerGroupOffsetsSpec ofPartitions = new ListConsumerGroupOffsetsSpec().topicPartitions(partitions);
        Map<String, ListConsumerGroupOffsetsSpec> questions =
                answer(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                        .collect(Collectors.toMap(GroupListing::groupId, group -> ofPartitions));
        Map<String, Map<TopicPartition, Long>> groups = new HashMap<>();
        answer(admin.listConsumerGroupOffsets(questions).all()).forEach((group, committed) -> {
            Map<TopicPartition, Long> read = new HashMap<>();
            committed.forEach((partition, offset) -> {
                if (offset != null) {
                    read.put(partition, offset.offset());
                }
            });
            if (!read.isEmpty()) {
                groups.put(group, read);
            }
        });
        return groups;
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws ExecutionException, InterruptedException, TimeoutException {
        return question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}

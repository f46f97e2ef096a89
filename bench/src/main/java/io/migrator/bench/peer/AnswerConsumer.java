package io.migrator.bench.peer;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.UnreadableMessageException;
import io.migrator.api.wire.WireCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the answers in: all of a poll in one transaction, together with the position after it, which is kept in the database
 * and nowhere else. One thread's.
 */
final class AnswerConsumer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Consumer<byte[], byte[]> consumer;
    private final Migrations migrations;
    private final AnswerTable table = new AnswerTable();
    private final WireCodec codec = new WireCodec();

    AnswerConsumer(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            Consumer<byte[], byte[]> consumer,
            Migrations migrations) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.consumer = consumer;
        this.migrations = migrations;
    }

    /** Stands at the first answer that has not been taken in. */
    void seek(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        jdbc.query(
                "select partition, next_offset from pipeline_positions where topic = ?",
                row -> {
                    consumer.seek(new TopicPartition(topic, row.getInt(1)), row.getLong(2));
                },
                topic);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    takeIn(records);
                }
            }
        } catch (WakeupException e) {
            LOG.debug("woken to end");
        } catch (RuntimeException e) {
            migrations.fail(e);
        }
    }

    private void takeIn(ConsumerRecords<byte[], byte[]> records) {
        Map<UUID, List<RowAnswer>> byUpload = read(records);
        Map<UUID, Integer> settled = new HashMap<>();
        transactions.executeWithoutResult(status -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            for (Map.Entry<UUID, List<RowAnswer>> upload : byUpload.entrySet()) {
                int number = migrations.numberOf(upload.getKey());
                settled.put(upload.getKey(), table.settle(connection, number, upload.getValue()));
            }
            for (TopicPartition partition : records.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
                table.savePosition(
                        connection, partition, read.get(read.size() - 1).offset() + 1);
            }
            return true;
        }));
        settled.forEach(migrations::settle);
        LOG.debug("{} answers taken in", records.count());
    }

    private Map<UUID, List<RowAnswer>> read(ConsumerRecords<byte[], byte[]> records) {
        Map<UUID, List<RowAnswer>> byUpload = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                RowAnswer answer = codec.readAnswer(record.value());
                byUpload.computeIfAbsent(answer.uploadId(), any -> new ArrayList<>())
                        .add(answer);
            } catch (UnreadableMessageException e) {
                LOG.warn("{} at {} cannot be read: {}", record.topic(), record.offset(), e.getMessage());
            }
        }
        // in the order of the table's pages
        byUpload.values().forEach(answers -> answers.sort(Comparator.comparingInt(RowAnswer::row)));
        return byUpload;
    }
}

package io.migrator.bench.host;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowMessage;
import io.migrator.api.wire.Topics;
import io.migrator.api.wire.WireCodec;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Answers that lie ready. They are written in one Kafka transaction, which hides them from readers of what is committed, as the
 * service is one; {@link #release} shows them all at once. So that writing them costs nothing while they are taken in.
 */
final class Replies implements AutoCloseable {

    private static final int TRANSACTION_LIMIT_MILLIS = 15 * 60 * 1000;

    private final WireCodec codec = new WireCodec();
    private final KafkaProducer<String, byte[]> producer;

    Replies(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "bench-replies",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        TRANSACTION_LIMIT_MILLIS,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Writes a success for each row of an upload's first attempt. */
    void prepare(UUID uploadId, String tenant, int rows) {
        producer.beginTransaction();
        for (int row = 1; row <= rows; row++) {
            producer.send(new ProducerRecord<>(
                    Topics.ANSWERS, WireCodec.key(tenant, "C-" + row), codec.write(success(uploadId, tenant, row))));
        }
        producer.flush();
    }

    private static RowAnswer success(UUID uploadId, String tenant, int row) {
        String id = Integer.toString(1_000_000 + row);
        return new RowAnswer(
                RowMessage.VERSION,
                tenant,
                uploadId,
                row,
                1,
                RowAnswer.Status.SUCCESS,
                id,
                id,
                id + row % 10,
                RowAnswer.Action.INSERTED,
                null);
    }

    /** Shows what was written. */
    void release() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.migrator.saga.kafka;

import io.migrator.api.wire.NativeLz4;
import io.migrator.api.wire.Topics;
import io.migrator.api.wire.WireCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.extensions.kafka.eventhandling.consumer.AsyncFetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.ConsumerFactory;
import org.axonframework.extensions.kafka.eventhandling.consumer.DefaultConsumerFactory;
import org.axonframework.extensions.kafka.eventhandling.consumer.Fetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.producer.ConfirmationMode;
import org.axonframework.extensions.kafka.eventhandling.producer.DefaultProducerFactory;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The extension's factories and fetcher, configured so that nothing is lost and batches are large. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaEdgeSettings.class, KafkaEdgeSettings.Brokers.class})
class KafkaEdgeConfiguration {

    static {
        NativeLz4.load();
    }

    static final String ANSWER_SOURCE = "answerSource";
    static final String DEAD_LETTER_SOURCE = "deadLetterSource";

    @Bean
    WireCodec wireCodec() {
        return new WireCodec();
    }

    @Bean(destroyMethod = "shutDown")
    ProducerFactory<String, byte[]> producerFactory(KafkaEdgeSettings settings, KafkaEdgeSettings.Brokers brokers) {
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) settings.acknowledgementTimeout().toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) Math.max(settings.acknowledgementTimeout().toMillis(), 31_000));
        return DefaultProducerFactory.<String, byte[]>builder()
                .configuration(configuration)
                .confirmationMode(ConfirmationMode.NONE) // RecordSender checks every acknowledgement itself
                .build();
    }

    @Bean
    RecordSender recordSender(ProducerFactory<String, byte[]> producers, KafkaEdgeSettings settings) {
        return new RecordSender(producers, settings.acknowledgementTimeout());
    }

    @Bean
    ConsumerFactory<String, byte[]> consumerFactory(KafkaEdgeSettings settings, KafkaEdgeSettings.Brokers brokers) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers.bootstrapServers());
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
        // A transaction for every few hundred answers would cost more than they do; alone, an answer waits this long at
        // most.
        configuration.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 * 1024);
        configuration.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // a position that the broker no longer holds must fail, not be replaced by another
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new DefaultConsumerFactory<>(configuration);
    }

    @Bean(destroyMethod = "shutdown")
    Fetcher<String, byte[], KafkaEventMessage> fetcher(KafkaEdgeSettings settings) {
        return AsyncFetcher.<String, byte[], KafkaEventMessage>builder()
                .pollTimeout(settings.pollTimeout().toMillis())
                .build();
    }

    @Bean(ANSWER_SOURCE)
    PolledRecordsSource answerSource(
            ConsumerFactory<String, byte[]> consumers,
            Fetcher<String, byte[], KafkaEventMessage> fetcher,
            KafkaEdgeSettings settings) {
        return new PolledRecordsSource(Set.of(Topics.ANSWERS), consumers, fetcher, settings.maxPollRecords());
    }

    @Bean(DEAD_LETTER_SOURCE)
    PolledRecordsSource deadLetterSource(
            ConsumerFactory<String, byte[]> consumers,
            Fetcher<String, byte[], KafkaEventMessage> fetcher,
            KafkaEdgeSettings settings) {
        return new PolledRecordsSource(
                Set.of(Topics.ANSWERS_DEAD_LETTERS, Topics.ROWS_DEAD_LETTERS),
                consumers,
                fetcher,
                settings.maxPollRecords());
    }

    @Bean
    Admin kafkaAdmin(KafkaEdgeSettings.Brokers brokers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
    }
}

package io.migrator.saga.kafka;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The two Kafka edges. The brokers are those of {@code spring.kafka.bootstrap-servers}.
 *
 * @param createTopics whether topics of the contract that are missing are created when the service starts
 * @param partitions of a topic that is created
 * @param retention of a topic that is created; a service that is away for longer finds answers gone, and stops taking them in
 * @param maxPollRecords answers taken in by one transaction at most
 * @param pollTimeout how long a poll waits for the first record; answers that are gathered may wait as long for nothing
 * @param acknowledgementTimeout how long the broker may take to acknowledge what was sent
 */
@Validated
@ConfigurationProperties("migrator.kafka")
public record KafkaEdgeSettings(
        @DefaultValue("true") boolean createTopics,
        @Min(1) @DefaultValue("6") int partitions,
        @DefaultValue("30d") Duration retention,
        @Min(1) @DefaultValue("4000") int maxPollRecords,
        @DefaultValue("100ms") Duration pollTimeout,
        @DefaultValue("60s") Duration acknowledgementTimeout) {

    /**
     * Where the brokers are; a name of its own so that the embedded run and Spring Boot's own settings meet in one key.
     *
     * @param bootstrapServers host:port, several parted by commas
     */
    @Validated
    @ConfigurationProperties("spring.kafka")
    public record Brokers(@NotBlank String bootstrapServers) {}
}

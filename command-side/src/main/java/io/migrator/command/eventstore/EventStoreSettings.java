package io.migrator.command.eventstore;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the event store is in memory at a time. An event with a chunk of rows takes 50 to 150 KB.
 *
 * @param batchSize events read by one statement
 * @param cachedEvents newest events kept for the processors that follow closely
 */
@Validated
@ConfigurationProperties("migrator.event-store")
record EventStoreSettings(
        @Min(1) @DefaultValue("20") int batchSize,
        @Min(1) @DefaultValue("100") int cachedEvents) {}

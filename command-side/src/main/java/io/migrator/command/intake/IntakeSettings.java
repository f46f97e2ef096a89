package io.migrator.command.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken in and how.
 *
 * @param spoolDirectory where a file lies while it is read; a folder in the system's temporary one unless given
 * @param maxFileSize most bytes of a file, after decompression
 * @param maxExpansion how many times larger than what was sent an expanded file may be, once it is larger than 10 MB
 * @param maxRecordLength most bytes of a record; as JSON, escaped and with its key, 128 KB stay within the 1 MiB that Kafka's
 *     clients and brokers take by default
 * @param maxRows most rows of a file
 * @param maxColumns most columns of a header
 * @param memory what the tables over rows of all files that are being read may fill; two fifths of the heap unless given
 * @param queueTimeout how long a file waits for its part of that memory
 * @param chunkSize rows that are stored together; fewer when the file's records are long
 * @param violationRetention how long the violations of a rejected file can be read
 * @param idempotencyRetention how long a request that carried a key can be repeated
 * @param claimDuration after how long without a sign of life a repeat takes the place of a request with the same key
 * @param cleaningInterval time between two searches for what is past its retention
 */
@Validated
@ConfigurationProperties("migrator.intake")
record IntakeSettings(
        @Nullable Path spoolDirectory,
        @DefaultValue("4GB") DataSize maxFileSize,
        @Min(1) @DefaultValue("200") int maxExpansion,
        @DefaultValue("128KB") DataSize maxRecordLength,
        @Min(1) @Max(1_000_000_000) @DefaultValue("5000000") int maxRows,
        @Min(1) @DefaultValue("1000") int maxColumns,
        @Nullable DataSize memory,
        @DurationMin(seconds = 0) @DefaultValue("60s") Duration queueTimeout,
        @Min(1) @Max(100_000) @DefaultValue("4000") int chunkSize,
        @DurationMin(minutes = 1) @DefaultValue("30d") Duration violationRetention,
        @DurationMin(minutes = 1) @DefaultValue("30d") Duration idempotencyRetention,
        @DurationMin(seconds = 1) @DefaultValue("2m") Duration claimDuration,
        @DurationMin(seconds = 1) @DefaultValue("1h") Duration cleaningInterval) {

    /** Bytes for the tables over rows. */
    long memoryBytes() {
        return memory == null ? Runtime.getRuntime().maxMemory() * 2 / 5 : memory.toBytes();
    }

    /** The folder itself. */
    Path spoolFolder() {
        return spoolDirectory == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "migrator-spool")
                : spoolDirectory;
    }
}

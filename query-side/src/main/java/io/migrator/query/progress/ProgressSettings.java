package io.migrator.query.progress;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Streams of progress.
 *
 * @param interval between two looks at the uploads that are watched
 * @param heartbeat a stream on which nothing changes says so this often, so that a dead connection is noticed
 * @param longest a stream is closed after this time; the client connects again
 * @param rateWindow rows per second are those of this time
 * @param streams streams at a time on this node
 */
@Validated
@ConfigurationProperties("migrator.query.progress")
record ProgressSettings(
        @DurationMin(millis = 10) @DefaultValue("1s") Duration interval,
        @DurationMin(millis = 10) @DefaultValue("15s") Duration heartbeat,
        @DurationMin(seconds = 1) @DefaultValue("1h") Duration longest,
        @DurationMin(seconds = 1) @DefaultValue("10s") Duration rateWindow,
        @Min(1) @DefaultValue("200") int streams) {}

package io.migrator.query.visibility;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an answer waits for the read model.
 *
 * @param timeout after it the request is refused with {@code READ_MODEL_BEHIND}
 * @param pollInterval how often the tables are looked at for what other nodes have written; own work is noticed at once
 */
@Validated
@ConfigurationProperties("migrator.query.visibility")
public record VisibilitySettings(
        @DurationMin(millis = 1) @DefaultValue("10s") Duration timeout,
        @DurationMin(millis = 1) @DefaultValue("250ms") Duration pollInterval) {}

package io.migrator.saga.migration;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How migrations are paced and given up.
 *
 * @param windowRows how many rows of one file may be sent and unanswered at a time; a chunk is sent whole, and may exceed it
 * @param tenantWindowRows the same for tenants whose target takes fewer rows at a time, or more, by the tenant's name
 * @param stallTimeout a migration without progress for so long is stopped
 * @param migrationTimeLimit a migration that takes longer than this is stopped, progress or not
 * @param stagingTimeout a file of which no chunk was stored for so long is given up
 */
@Validated
@ConfigurationProperties("migrator")
record MigrationSettings(
        @Min(1) @DefaultValue("20000") int windowRows,
        @DefaultValue Map<String, @Min(1) Integer> tenantWindowRows,
        @DefaultValue("10m") Duration stallTimeout,
        @DefaultValue("24h") Duration migrationTimeLimit,
        @DefaultValue("30m") Duration stagingTimeout) {

    MigrationSettings {
        tenantWindowRows = Map.copyOf(tenantWindowRows);
        requirePositive(stallTimeout, "migrator.stall-timeout");
        requirePositive(migrationTimeLimit, "migrator.migration-time-limit");
        requirePositive(stagingTimeout, "migrator.staging-timeout");
    }

    /** The window of a tenant's files. */
    int windowRows(@Nullable String tenant) {
        return tenant == null ? windowRows : tenantWindowRows.getOrDefault(tenant, windowRows);
    }

    private static void requirePositive(Duration duration, String key) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(key + " must be longer than nothing, but is " + duration);
        }
    }
}

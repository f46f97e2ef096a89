package io.migrator.query.row;

import io.migrator.query.projection.Projection;
import io.migrator.query.visibility.EventWaits;
import io.migrator.query.visibility.SeenEvents;
import io.migrator.query.visibility.VisibilitySettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projection {@code csv-rows} and those who wait for it. */
@Configuration(proxyBeanMethods = false)
class CsvRowConfiguration {

    /** No command waits for it; a reader of rows may. */
    private static final Duration PACE = Duration.ofMillis(50);

    /** Events hold up to some thousand rows each: sixteen are ten megabytes, and waiting for the disk once for them is little. */
    @Bean
    @Qualifier("csvRowsProjection")
    Projection csvRowsProjection() {
        return new Projection(CsvRowProjection.NAME, "csv_files", 2, 16, PACE);
    }

    @Bean
    @Qualifier("csvRowsWaits")
    EventWaits csvRowsWaits(JdbcTemplate jdbc, VisibilitySettings settings, Clock clock) {
        return new EventWaits(CsvRowProjection.NAME, SeenEvents.of(jdbc, "csv_files", "upload_id"), settings, clock);
    }
}

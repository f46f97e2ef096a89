package io.migrator.query.upload;

import io.migrator.query.projection.Projection;
import io.migrator.query.visibility.EventWaits;
import io.migrator.query.visibility.SeenEvents;
import io.migrator.query.visibility.VisibilitySettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projection {@code file-uploads} and those who wait for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisibilitySettings.class)
class UploadConfiguration {

    /** Uploading and every command wait for it. */
    private static final Duration PACE = Duration.ofMillis(20);

    /** Its events are small, and each writes one row. */
    @Bean
    @Qualifier("fileUploadsProjection")
    Projection fileUploadsProjection() {
        return new Projection(FileUploadProjection.NAME, "file_uploads", 2, 20, PACE);
    }

    @Bean
    @Qualifier("fileUploadsWaits")
    EventWaits fileUploadsWaits(JdbcTemplate jdbc, VisibilitySettings settings, Clock clock) {
        return new EventWaits(FileUploadProjection.NAME, SeenEvents.of(jdbc, "file_uploads", "id"), settings, clock);
    }
}

package io.migrator.query.upload;

import io.migrator.query.projection.Projection;
import io.migrator.query.visibility.EventWaits;
import io.migrator.query.visibility.VisibilitySettings;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection {@code file-uploads} and those who wait for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisibilitySettings.class)
class UploadConfiguration {

    /** Its events are small, and a batch writes each upload once. */
    @Bean
    @Qualifier("fileUploadsProjection")
    Projection fileUploadsProjection() {
        return new Projection(FileUploadProjection.NAME, "file_uploads", 2, 20);
    }

    @Bean
    @Qualifier("fileUploadsWaits")
    EventWaits fileUploadsWaits(FileUploadRows rows, VisibilitySettings settings, Clock clock) {
        return new EventWaits(
                FileUploadProjection.NAME,
                ids -> rows.findLastEvents(ids.toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(seen -> (UUID) seen[0], seen -> (Long) seen[1])),
                settings,
                clock);
    }
}

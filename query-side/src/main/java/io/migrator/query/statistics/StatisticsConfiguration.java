package io.migrator.query.statistics;

import io.migrator.query.projection.Projection;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection {@code statistics}. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    /** Nobody waits for it; but what comes meanwhile should still be in memory, and need not be read from the database again. */
    private static final Duration PACE = Duration.ofMillis(50);

    /** One segment: files of a tenant add to the same numbers. */
    @Bean
    @Qualifier("statisticsProjectionTables")
    Projection statisticsProjectionTables() {
        return new Projection(StatisticsProjection.NAME, "statistics", 1, 20, PACE);
    }
}

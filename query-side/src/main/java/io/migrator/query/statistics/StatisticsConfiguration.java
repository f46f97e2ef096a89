package io.migrator.query.statistics;

import io.migrator.query.projection.Projection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection {@code statistics}. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    /** One segment: files of a tenant add to the same numbers. */
    @Bean
    @Qualifier("statisticsProjectionTables")
    Projection statisticsProjectionTables() {
        return new Projection(StatisticsProjection.NAME, "statistics", 1, 20);
    }
}

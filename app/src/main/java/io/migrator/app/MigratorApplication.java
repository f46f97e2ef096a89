package io.migrator.app;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import java.time.Clock;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service: REST commands and intake, the saga with its Kafka edges, projections and queries, in one Spring context.
 *
 * <p>Axon's JPA configurations are left out: with JPA on the class path they would keep events as large objects, which are
 * several times slower than {@code bytea} columns and are not cleaned up with their rows.
 */
@SpringBootApplication(
        scanBasePackages = "io.migrator",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, // the sides may use the same simple names
        exclude = {JpaEventStoreAutoConfiguration.class, JpaAutoConfiguration.class})
@ConfigurationPropertiesScan("io.migrator")
@EnableScheduling
public class MigratorApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The file types found on the class path: the standard ones, and whatever an installation adds. */
    @Bean
    FileTypes fileTypes() {
        return FileTypes.load();
    }

    @Bean
    RowCodec rowCodec() {
        return new RowCodec();
    }
}

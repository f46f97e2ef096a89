package io.migrator.command.intake;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.command.SignedInCaller;
import io.migrator.embedded.TestServers;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The intake alone behind a real server, a real command bus and a real database; the commands are recorded. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"
        })
@ComponentScan({"io.migrator.command.intake", "io.migrator.command.filetypes"})
class IntakeService {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FileTypes fileTypes() {
        return FileTypes.load();
    }

    @Bean
    RowCodec rowCodec() {
        return new RowCodec();
    }

    @Bean
    DataSource dataSource() {
        DataSource database = new DriverManagerDataSource(TestServers.newDatabase());
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V110__upload_violations.sql"),
                        new ClassPathResource("db/migration/V111__idempotency_keys.sql"))
                .execute(database);
        return database;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    RecordedUploads recordedUploads() {
        return new RecordedUploads();
    }

    @Bean
    RejectionAdvice rejectionAdvice() {
        return new RejectionAdvice();
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SignedInCaller());
            }
        };
    }
}

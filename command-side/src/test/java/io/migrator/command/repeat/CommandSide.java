package io.migrator.command.repeat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.command.SignedInCaller;
import io.migrator.embedded.TestServers;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The whole command side behind a real server, on a real database; a header says which tenant calls. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"
        })
@ComponentScan(
        basePackages = "io.migrator.command",
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.IntakeService"))
public class CommandSide {

    /** The property that names a database. */
    public static final String DATABASE = "command-side.database";

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

    /** A database of its own, unless one is named. */
    @Bean
    DataSource dataSource(Environment environment) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(environment.getProperty(DATABASE, ""));
        if (pool.getJdbcUrl().isEmpty()) {
            pool.setJdbcUrl(TestServers.newDatabase());
        }
        DataSource database = new HikariDataSource(pool);
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    @Bean
    StoredUploads storedUploads(EventStore events) {
        return new StoredUploads(events);
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

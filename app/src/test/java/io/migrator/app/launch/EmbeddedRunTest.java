package io.migrator.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.mock.env.MockEnvironment;

class EmbeddedRunTest {

    @TempDir
    Path data;

    @Test
    void both_servers_start_and_keep_their_addresses_from_run_to_run() throws Exception {
        MockEnvironment first = new MockEnvironment();
        try (EmbeddedRun run = prepare(first)) {
            assertThat(run.isComplete()).isTrue();
            try (Connection database = DriverManager.getConnection(
                            first.getRequiredProperty("spring.datasource.url"),
                            first.getRequiredProperty("spring.datasource.username"),
                            first.getRequiredProperty("spring.datasource.password"));
                    Admin admin = Admin.create(java.util.Map.of(
                            "bootstrap.servers", first.getRequiredProperty("spring.kafka.bootstrap-servers")))) {
                assertThat(database.isValid(5)).isTrue();
                assertThat(admin.listTopics().names().get())
                        .contains("MIGRATOR.JL", "JL.MIGRATOR", "MIGRATOR.JL.DLT", "JL.MIGRATOR.DLT");
            }
        }
        MockEnvironment second = new MockEnvironment();
        try (EmbeddedRun run = prepare(second)) {
            for (String key : new String[] {"spring.datasource.url", "spring.kafka.bootstrap-servers"}) {
                assertThat(second.getRequiredProperty(key)).isEqualTo(first.getRequiredProperty(key));
            }
        }
    }

    @Test
    void servers_that_are_configured_elsewhere_are_not_started() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://database/migrator")
                .withProperty("spring.kafka.bootstrap-servers[0]", "broker:9092");

        try (EmbeddedRun run = prepare(environment)) {
            assertThat(run.isComplete()).isFalse();
            assertThat(environment.getProperty("spring.datasource.url"))
                    .isEqualTo("jdbc:postgresql://database/migrator");
            assertThat(Files.exists(data.resolve("postgres"))).isFalse();
            assertThat(Files.exists(data.resolve("kafka"))).isFalse();
        }
    }

    @Test
    void a_temporary_run_leaves_nothing() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://database/migrator")
                .withProperty("spring.kafka.bootstrap-servers", "broker:9092");
        Path temporary = data.resolve("temporary");

        prepare(environment, new EmbeddedRun(temporary, true)).close();

        assertThat(temporary).doesNotExist();
        assertThat(data).exists();
    }

    private EmbeddedRun prepare(MockEnvironment environment) {
        return prepare(environment, new EmbeddedRun(data, false));
    }

    private static EmbeddedRun prepare(MockEnvironment environment, EmbeddedRun run) {
        ConfigurationPropertySources.attach(environment);
        run.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return run;
    }
}

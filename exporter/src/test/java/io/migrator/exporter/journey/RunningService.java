package io.migrator.exporter.journey;

import io.migrator.app.MigratorApplication;
import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.embedded.TestServers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service with its reference target, for all journeys of this JVM. */
final class RunningService {

    private static @Nullable RunningService running;

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate target;

    private RunningService() {
        String database = TestServers.newDatabase();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.datasource.url", database);
        properties.put("spring.kafka.bootstrap-servers", TestServers.bootstrapServers());
        properties.put("migrator.security.users[0].name", "ann");
        properties.put("migrator.security.users[0].password", "{noop}ann");
        properties.put("migrator.security.users[0].tenant", "acme");
        properties.put("migrator.security.users[0].authorities", "MIGRATOR_ADMIN");
        SpringApplication application = new SpringApplication(MigratorApplication.class);
        application.setDefaultProperties(properties);
        context = application.run("--server.port=0");
        CrmConsumer consumer = CrmConsumer.start(
                CrmConsumerConfig.of(TestServers.bootstrapServers(), new CrmConsumerConfig.Database(database, "", "")));
        Runtime.getRuntime().addShutdownHook(new Thread(consumer::close, "stop-target"));
        target = context.getBean(JdbcTemplate.class);
    }

    static synchronized RunningService get() {
        RunningService found = running;
        if (found == null) {
            found = new RunningService();
            running = found;
        }
        return found;
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The target's tables, in the database of the service. */
    JdbcTemplate target() {
        return target;
    }
}

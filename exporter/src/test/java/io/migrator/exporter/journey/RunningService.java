package io.migrator.exporter.journey;

import io.migrator.app.MigratorApplication;
import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.embedded.TestServers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service with its reference target, for all journeys of this JVM. */
final class RunningService {

    /** Each has its own name as the password, and a tenant. */
    static final List<String> USERS = List.of("ann", "bob", "cid", "dee", "eve");

    private static @Nullable RunningService running;

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate target;

    private RunningService() {
        String database = TestServers.newDatabase();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.datasource.url", database);
        properties.put("spring.kafka.bootstrap-servers", TestServers.bootstrapServers());
        for (int i = 0; i < USERS.size(); i++) {
            String name = USERS.get(i);
            String user = "migrator.security.users[" + i + "].";
            properties.put(user + "name", name);
            properties.put(user + "password", "{noop}" + name);
            properties.put(user + "tenant", tenantOf(name));
            properties.put(user + "authorities", "MIGRATOR_ADMIN");
        }
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

    /** The tenant of a user. */
    static String tenantOf(String user) {
        return user.equals("ann") ? "acme" : "tenant-" + user;
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The target's tables, in the database of the service. */
    JdbcTemplate target() {
        return target;
    }
}

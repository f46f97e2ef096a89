package io.migrator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void every_caller_gets_an_empty_database_of_its_own() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (Connection connection = DriverManager.getConnection(TestServers.newDatabase());
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("CREATE TABLE mine (id int)"))
                        .isZero();
            }
        }
    }

    @Test
    void every_caller_gets_a_topic_of_its_own() throws Exception {
        String one = TestServers.newTopic("rows", 3);
        String other = TestServers.newTopic("rows", 3);

        assertThat(one).startsWith("rows").isNotEqualTo(other);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains(one, other);
        }
    }
}

package io.migrator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there again, however the process that held the servers ended. */
class DurabilityTest {

    @TempDir
    Path directory;

    private final int postgresPort = FreePort.find();
    private final int kafkaPort = FreePort.find();

    @Test
    void committed_data_survives_an_orderly_restart_and_a_kill() throws Exception {
        try (ServersProcess servers = startServers()) {
            assertThat(kafkaPort).isNotEqualTo(postgresPort);
            createTable();
            write("before the restart");
        }
        assertThat(FreePort.isFree(postgresPort)).isTrue();
        assertThat(FreePort.isFree(kafkaPort)).isTrue();

        String postmaster;
        try (ServersProcess servers = startServers()) {
            write("before the kill");
            postmaster = postmaster();
            servers.kill();
        }
        assertThat(PostgresServer.runningIn(directory.resolve("postgres")))
                .as("PostgreSQL outlived its parent")
                .hasValue(postgresPort);

        long killed = System.nanoTime();
        try (ServersProcess servers = startServers()) {
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(30));
            assertThat(postmaster()).as("the running server was adopted").isEqualTo(postmaster);
            assertThat(rows()).containsExactly("before the restart", "before the kill");
            assertThat(records()).containsExactly("before the restart", "before the kill");
        }
        assertThat(PostgresServer.runningIn(directory.resolve("postgres"))).isEmpty();
    }

    @Test
    void the_database_is_durable_and_asks_for_its_password() throws Exception {
        try (PostgresServer server = PostgresServer.startDurable(directory, postgresPort)) {
            try (Connection connection = server.connect()) {
                assertThat(setting(connection, "fsync")).isEqualTo("on");
                assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
                assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
                assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), server.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
        assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_databases_log_holds_no_values() throws Exception {
        try (PostgresServer server = PostgresServer.startDurable(directory, postgresPort);
                Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE person (name text PRIMARY KEY, age int)");
            statement.execute("INSERT INTO person VALUES ('Zinovia', 1)");
            assertThatThrownBy(() -> statement.execute("INSERT INTO person VALUES ('Zinovia', 2)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageNotContaining("Zinovia");
            assertThatThrownBy(() -> statement.execute("INSERT INTO person VALUES ('x', 'Zinovia')"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(directory.resolve("server.log"), StandardCharsets.UTF_8))
                .contains("database system is ready")
                .doesNotContain("Zinovia");
    }

    private ServersProcess startServers() throws Exception {
        return ServersProcess.start(directory, postgresPort, kafkaPort);
    }

    private void createTable() throws Exception {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (id serial, text text)");
        }
    }

    private void write(String text) throws Exception {
        try (Connection connection = database();
                var insert = connection.prepareStatement("INSERT INTO entry (text) VALUES (?)");
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + kafkaPort),
                        new StringSerializer(),
                        new StringSerializer())) {
            insert.setString(1, text);
            insert.executeUpdate();
            producer.send(new ProducerRecord<>("rows", 0, "key", text)).get();
        }
    }

    private List<String> rows() throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT text FROM entry ORDER BY id")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private List<String> records() {
        List<String> records = new ArrayList<>();
        TopicPartition partition = new TopicPartition("rows", 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + kafkaPort),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read -> records.add(read.value()));
            }
        }
        return records;
    }

    private String postmaster() throws Exception {
        return Files.readAllLines(directory.resolve("postgres/data/postmaster.pid"))
                .get(0);
    }

    private Connection database() throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/rows",
                "postgres",
                Files.readString(directory.resolve("postgres/password")));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}

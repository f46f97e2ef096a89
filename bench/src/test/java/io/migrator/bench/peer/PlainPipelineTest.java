package io.migrator.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.migrator.bench.peer.PlainPipeline.Counts;
import io.migrator.crm.CrmConsumer;
import io.migrator.crm.CrmConsumerConfig;
import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.embedded.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@Timeout(120)
class PlainPipelineTest {

    private static final String TENANT = "acme";

    @TempDir
    Path directory;

    private final String url = TestServers.newDatabase();
    private final HikariDataSource database = PeerDatabase.open(url, "", "");
    private final TopicNames topics = new TopicNames(
            TestServers.newTopic("rows", 3), TestServers.newTopic("answers", 3), TestServers.newTopic("dead", 1));
    private CrmConsumer target;
    private PlainPipeline pipeline;

    @BeforeEach
    void start() {
        target = CrmConsumer.start(CrmConsumerConfig.of(TestServers.bootstrapServers(), new Database(url, "", ""))
                .withTopics(topics)
                .withGroupId(topics.rows())
                .withWorkers(2));
        pipeline = new PlainPipeline(database, TestServers.bootstrapServers(), topics);
    }

    @AfterEach
    void stop() {
        pipeline.close();
        target.close();
        database.close();
    }

    @Test
    void everyRowOfAFileEndsInSuccessWithItsIds() throws IOException {
        UUID upload = pipeline.load(file(CustomerFiles.rows(30_000)), TENANT);

        assertThat(pipeline.migrate(upload)).isEqualTo(new Counts("COMPLETE", 30_000, 30_000, 0));

        assertThat(number("select count(*) from pipeline_rows where status = 2 and pbj_customer_id = assigned_id"
                        + " and crn is not null and error is null"))
                .isEqualTo(30_000);
        assertThat(number("select count(distinct pbj_customer_id) from pipeline_rows"))
                .isEqualTo(30_000);
        assertThat(number("select count(*) from crm.customers")).isEqualTo(30_000);
        assertThat(new JdbcTemplate(database)
                        .queryForList("select record from pipeline_rows where row_no = 17", String.class))
                .containsExactly(CustomerFiles.row(17));
    }

    @Test
    void rowsThatTheTargetRefusesEndInError() throws IOException {
        List<String> rows = CustomerFiles.rows(3_000);
        rows.set(9, CustomerFiles.row(10).replace("Zoë", ""));

        Counts counts = pipeline.migrate(pipeline.load(file(rows), TENANT));

        assertThat(counts).isEqualTo(new Counts("COMPLETE", 3_000, 2_999, 1));
        assertThat(number("select row_no from pipeline_rows where status = 3 and error is not null"))
                .isEqualTo(10);
    }

    @Test
    void aMigrationThatWasInterruptedIsResumedByAnotherPipeline() throws Exception {
        UUID upload = pipeline.load(file(CustomerFiles.rows(5_000)), TENANT);
        new JdbcTemplate(database).update("update pipeline_rows set status = 1 where row_no <= 2000");
        pipeline.close();
        pipeline = new PlainPipeline(database, TestServers.bootstrapServers(), topics);

        assertThat(pipeline.migrate(upload)).isEqualTo(new Counts("COMPLETE", 5_000, 5_000, 0));
        assertThat(pipeline.migrate(upload))
                .as("a migration that has ended sends nothing again")
                .isEqualTo(new Counts("COMPLETE", 5_000, 5_000, 0));
    }

    @Test
    void theMigrationStartedLastHasTheLastWord() throws IOException {
        pipeline.migrate(pipeline.load(file(List.of(CustomerFiles.row(1))), TENANT));
        pipeline.migrate(pipeline.load(file(List.of(CustomerFiles.row(1).replace("Manly", "Bondi"))), TENANT));

        assertThat(new JdbcTemplate(database).queryForList("select suburb from crm.customers", String.class))
                .containsExactly("Bondi");
    }

    @Test
    void aFileOfAnotherTypeIsNotLoaded() throws IOException {
        Path file = Files.writeString(directory.resolve("b.csv"), "EXTERNAL_ID,OTHER\n1,2\n");

        assertThatThrownBy(() -> pipeline.load(file, TENANT)).isInstanceOf(IllegalArgumentException.class);
        assertThat(number("select count(*) from pipeline_uploads")).isZero();
    }

    private Path file(List<String> rows) throws IOException {
        return CustomerFiles.write(Files.createTempFile(directory, "customers", ".csv"), rows);
    }

    private Integer number(String query) {
        return new JdbcTemplate(database).queryForObject(query, Integer.class);
    }
}

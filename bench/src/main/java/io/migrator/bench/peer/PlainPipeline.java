package io.migrator.bench.peer;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service's job, from start to COMPLETE, as a team would write it by hand without event sourcing: a table of uploads, a table
 * of rows with their state, pages of rows to Kafka, answers from Kafka, all in batches. Same contract, topics and target, same
 * code for the JSON, same back-pressure. What it lacks is what the service has its events for: no history, no retry of refused
 * rows, no stop and resume by an operator, no second reader of the rows, one process.
 *
 * <p>A migration that a crash interrupts is resumed by {@link #migrate}. Safe for use by several threads.
 */
public final class PlainPipeline implements AutoCloseable {

    private static final String FILE_TYPE = "CUSTOMER_DETAILS";
    private static final int WINDOW = 20_000;
    private static final int PAGE_ROWS = 2_000;
    private static final int MAX_POLL_RECORDS = 2_000;

    private final FileTypeSpec type = FileTypes.load().get(FILE_TYPE);
    private final UploadTable uploads;
    private final Migrations migrations;
    private final Producer<byte[], byte[]> producer;
    private final RowProducer rows;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread answers;

    /**
     * How an upload stands.
     *
     * @param status READY, INPROGRESS or COMPLETE
     */
    public record Counts(String status, int rows, int succeeded, int failed) {}

    /**
     * Creates the tables unless they are there, and takes answers in from now on. The topics have to exist.
     *
     * @param dataSource of a {@link PeerDatabase}; the caller closes it afterwards
     */
    public PlainPipeline(DataSource dataSource, String bootstrapServers, TopicNames topics) {
        new ResourceDatabasePopulator(new ClassPathResource("pipeline.sql", PlainPipeline.class)).execute(dataSource);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        uploads = new UploadTable(jdbc, transactions);
        migrations = new Migrations(jdbc);
        producer = PeerKafka.producer(bootstrapServers);
        rows = new RowProducer(jdbc, producer, topics.rows(), type, PAGE_ROWS);
        consumer = PeerKafka.consumer(bootstrapServers, MAX_POLL_RECORDS);
        AnswerConsumer answerConsumer = new AnswerConsumer(jdbc, transactions, consumer, migrations);
        answerConsumer.seek(topics.answers());
        answers = new Thread(answerConsumer, "pipeline-answers");
        answers.start();
    }

    /** Takes in a file of CUSTOMER_DETAILS, without generated columns, that is known to be in order; returns the upload's id. */
    public UUID load(Path csv, String tenant) {
        return uploads.load(csv, String.join(",", type.header()), tenant);
    }

    /**
     * Migrates an upload, or what an earlier call has left of it; returns when every row has its answer.
     *
     * @throws IllegalStateException when the broker or the database failed; another pipeline can go on with the upload
     */
    public Counts migrate(UUID id) {
        Upload upload = uploads.start(id);
        Progress progress = migrations.begin(upload, WINDOW);
        try {
            rows.send(upload, progress);
            progress.awaitEnd();
            return uploads.counts(id);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            migrations.end(upload);
        }
    }

    /** Ends after the poll under way. */
    @Override
    public void close() {
        consumer.wakeup();
        try {
            answers.join();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            consumer.close();
            producer.close();
        }
    }
}

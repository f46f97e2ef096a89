package io.migrator.crm;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowMessage;
import io.migrator.api.wire.UnreadableMessageException;
import io.migrator.api.wire.WireCodec;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.crm.record.DesiredStates;
import io.migrator.crm.record.TargetTypes;
import io.migrator.embedded.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;

/** A target with a database of its own, and a poll handled as a worker does it, without a broker. */
public final class Installation {

    public static final TopicNames TOPICS = TopicNames.OF_THE_CONTRACT;

    private final DataSource dataSource;
    private final WireCodec codec = new WireCodec();

    public Installation() {
        this(TestServers.newDatabase());
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("crm")
                .locations("classpath:db/crm")
                .load()
                .migrate();
    }

    Installation(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(6);
        dataSource = new HikariDataSource(pool);
    }

    /** Takes every record away. */
    public void empty() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE crm.customers CASCADE");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** A worker's handler; each worker has its own. */
    public PollHandler handler() {
        return new PollHandler(new DesiredStates(dataSource, TargetTypes.load()), TOPICS);
    }

    /** Handles the rows as one poll, and returns the answers in the same order. */
    public List<RowAnswer> take(Rows.Row... rows) {
        return take(Arrays.stream(rows).map(Rows.Row::message).toList());
    }

    public List<RowAnswer> take(List<RowMessage> messages) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (RowMessage message : messages) {
            records.add(new ConsumerRecord<>(TOPICS.rows(), 0, records.size(), new byte[0], codec.write(message)));
        }
        return answers(handle(records));
    }

    public RowAnswer takeOne(Rows.Row row) {
        return take(row).get(0);
    }

    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            return handler().handle(records);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public List<RowAnswer> answers(Iterable<ProducerRecord<byte[], byte[]>> sent) {
        return StreamSupport.stream(sent.spliterator(), false)
                .filter(record -> record.topic().equals(TOPICS.answers()))
                .map(record -> answer(record.value()))
                .toList();
    }

    RowAnswer answer(byte[] value) {
        try {
            return codec.readAnswer(value);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    /** The rows of a query, each as its columns' texts joined by blanks. */
    public List<String> query(String sql) {
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    texts.add(row.getString(i));
                }
                rows.add(String.join(" ", texts.stream().map(String::valueOf).toList()));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

package io.migrator.crm;

import io.migrator.crm.CrmConsumerConfig.TopicNames;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to stand before rows can be taken: the schema, which is made here, and the topics, which others make. */
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final DataSource dataSource;
    private final KafkaClients clients;
    private final TopicNames topics;
    private final StopSignal stop;
    private final Backoff backoff = new Backoff();

    Preparation(DataSource dataSource, KafkaClients clients, TopicNames topics, StopSignal stop) {
        this.dataSource = dataSource;
        this.clients = clients;
        this.topics = topics;
        this.stop = stop;
    }

    /** Returns when everything stands, or the signal to stop was given. */
    void await() {
        while (!stop.isGiven() && !schemaStands()) {
            stop.await(backoff.next());
        }
        backoff.reset();
        while (!stop.isGiven() && !topicsStand()) {
            stop.await(backoff.next());
        }
    }

    private boolean schemaStands() {
        try {
            Flyway.configure(Preparation.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas("crm")
                    .locations("classpath:db/crm")
                    .load()
                    .migrate();
            return true;
        } catch (FlywayException e) {
            LOG.warn("the schema is not ready, tried again: {}", FaultText.of(e));
            return false;
        }
    }

    private boolean topicsStand() {
        try (Admin admin = clients.admin()) {
            Set<String> present = admin.listTopics().names().get();
            List<String> missing = Stream.of(topics.rows(), topics.answers(), topics.deadLetters())
                    .filter(topic -> !present.contains(topic))
                    .toList();
            if (!missing.isEmpty()) {
                LOG.info("waiting for topics that the migrator or the operator creates: {}", missing);
            }
            return missing.isEmpty();
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("the broker is not ready, tried again: {}", FaultText.of(e));
            return false;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}

package io.migrator.saga.kafka;

import io.migrator.api.wire.Topics;
import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Creates the topics of the contract where they are missing, with the brokers' own replication factor. Tries until it has
 * succeeded once: a broker that is away when the service starts holds nothing else up.
 */
@Component
class ContractTopics {

    private static final Logger log = LoggerFactory.getLogger(ContractTopics.class);

    private final Admin admin;
    private final KafkaEdgeSettings settings;
    private boolean isDone;

    ContractTopics(Admin admin, KafkaEdgeSettings settings) {
        this.admin = admin;
        this.settings = settings;
        this.isDone = !settings.createTopics();
    }

    /** Tries once before the event processors start, so that on a new installation they find what they read. */
    @PostConstruct
    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void createMissing() {
        if (isDone) {
            return;
        }
        try {
            var existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (String topic :
                    List.of(Topics.ROWS, Topics.ANSWERS, Topics.ROWS_DEAD_LETTERS, Topics.ANSWERS_DEAD_LETTERS)) {
                if (!existing.contains(topic)) {
                    missing.add(new NewTopic(topic, Optional.of(settings.partitions()), Optional.empty())
                            .configs(Map.of(
                                    TopicConfig.RETENTION_MS_CONFIG,
                                    Long.toString(settings.retention().toMillis()))));
                }
            }
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
                log.info(
                        "created the topics {}",
                        missing.stream().map(NewTopic::name).toList());
            }
            isDone = true;
        } catch (ExecutionException e) {
            // also when another node was faster with one of them: the next look tells what is still missing
            log.debug("the topics could not be created yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

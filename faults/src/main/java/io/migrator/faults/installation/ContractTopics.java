package io.migrator.faults.installation;

import io.migrator.api.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics of a new broker: those of the contract, and the one that the target answers on here. */
final class ContractTopics {

    private static final int PARTITIONS = 6;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final List<String> NAMES = List.of(
            Topics.ROWS,
            Topics.ANSWERS,
            Topics.ROWS_DEAD_LETTERS,
            Topics.ANSWERS_DEAD_LETTERS,
            AnswerRelay.TARGET_ANSWERS);

    private ContractTopics() {}

    static void create(String bootstrapServers) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            while (!isDone(admin)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the broker does not make topics");
                }
                Pause.millis(200);
            }
        }
    }

    private static boolean isDone(Admin admin) {
        try {
            Set<String> known = admin.listTopics().names().get();
            List<NewTopic> missing = NAMES.stream()
                    .filter(name -> !known.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
            return missing.isEmpty();
        } catch (ExecutionException e) {
            return false; // it is not there yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package io.migrator.crm;

import io.migrator.api.wire.Topics;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the reference target runs.
 *
 * @param bootstrapServers of Kafka
 * @param database its PostgreSQL; the schema {@code crm} is created in it
 * @param topics what it reads and writes
 * @param groupId of its consumer group
 * @param workers consumer threads; more than partitions of the rows' topic are idle
 * @param maxPollRecords rows in one transaction, at most
 * @param kafka further settings of every Kafka client, such as {@code security.protocol}
 */
public record CrmConsumerConfig(
        String bootstrapServers,
        Database database,
        TopicNames topics,
        String groupId,
        int workers,
        int maxPollRecords,
        Map<String, String> kafka) {

    static final String DEFAULT_GROUP = "crm-consumer";
    static final int DEFAULT_WORKERS = 4;
    static final int DEFAULT_MAX_POLL_RECORDS = 2_000;

    /** @throws IllegalArgumentException when a number is out of range or a text is blank */
    public CrmConsumerConfig {
        require(!bootstrapServers.isBlank(), "bootstrap-servers is required");
        require(!groupId.isBlank(), "group-id is blank");
        require(workers >= 1 && workers <= 256, "workers must be 1 to 256");
        require(maxPollRecords >= 1 && maxPollRecords <= 10_000, "max-poll-records must be 1 to 10000");
        kafka = Map.copyOf(kafka);
    }

    /**
     * Where the records are kept.
     *
     * @param url a JDBC URL of PostgreSQL
     * @param user empty when the URL names it
     * @param password empty when none is needed
     */
    public record Database(String url, String user, String password) {

        public Database {
            require(!url.isBlank(), "jdbc-url is required");
        }

        @Override
        public String toString() {
            return "Database[url=" + url.replaceAll("\\?.*", "") + "]";
        }
    }

    /** The contract's topics, under other names where an installation has several migrators on one broker. */
    public record TopicNames(String rows, String answers, String deadLetters) {

        /** The names of the contract. */
        public static final TopicNames OF_THE_CONTRACT =
                new TopicNames(Topics.ROWS, Topics.ANSWERS, Topics.ROWS_DEAD_LETTERS);
    }

    /** The defaults: the contract's topics, four workers, 2,000 rows in a transaction. */
    public static CrmConsumerConfig of(String bootstrapServers, Database database) {
        return new CrmConsumerConfig(
                bootstrapServers,
                database,
                TopicNames.OF_THE_CONTRACT,
                DEFAULT_GROUP,
                DEFAULT_WORKERS,
                DEFAULT_MAX_POLL_RECORDS,
                Map.of());
    }

    /**
     * Reads {@code --key=value} arguments, which win over environment variables: {@code --jdbc-url=…} is {@code CRM_JDBC_URL}.
     * {@code --kafka.NAME=…}, or {@code CRM_KAFKA_NAME} with underscores for dots, is a setting of every Kafka client.
     *
     * @throws IllegalArgumentException when something is missing, unknown or malformed; the message says what
     */
    public static CrmConsumerConfig read(Map<String, String> environment, String... arguments) {
        return new CrmConsumerSettings(environment, arguments).config();
    }

    /** The same with another number of consumer threads. */
    public CrmConsumerConfig withWorkers(int number) {
        return new CrmConsumerConfig(bootstrapServers, database, topics, groupId, number, maxPollRecords, kafka);
    }

    /** The same for a machine that broker and database share: more workers than processors would only make smaller transactions there. */
    public CrmConsumerConfig besideItsServers() {
        return withWorkers(Math.min(workers, Runtime.getRuntime().availableProcessors()));
    }

    /** The same with other topics. */
    public CrmConsumerConfig withTopics(TopicNames names) {
        return new CrmConsumerConfig(bootstrapServers, database, names, groupId, workers, maxPollRecords, kafka);
    }

    /** The same with another consumer group. */
    public CrmConsumerConfig withGroupId(String group) {
        return new CrmConsumerConfig(bootstrapServers, database, topics, group, workers, maxPollRecords, kafka);
    }

    @Override
    public String toString() {
        return "CrmConsumerConfig[bootstrapServers=" + bootstrapServers + ", " + database + ", " + topics + ", groupId="
                + groupId + ", workers=" + workers + ", maxPollRecords=" + maxPollRecords + ", kafka="
                + new TreeMap<>(kafka).keySet() + "]";
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}

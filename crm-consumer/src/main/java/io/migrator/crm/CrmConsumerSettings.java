package io.migrator.crm;

import io.migrator.api.wire.Topics;
import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings as they are given: {@code --key=value} arguments, and environment variables for those that no argument gives.
 * An unknown argument is an error; an unknown variable may belong to something else.
 */
final class CrmConsumerSettings {

    private static final String ENVIRONMENT = "CRM_";
    private static final String KAFKA = "kafka.";
    private static final String KAFKA_ENVIRONMENT = ENVIRONMENT + "KAFKA_";

    private final Map<String, String> environment;
    private final Map<String, String> arguments = new TreeMap<>();

    CrmConsumerSettings(Map<String, String> environment, String... arguments) {
        this.environment = environment;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 3) {
                throw new IllegalArgumentException("an argument is not of the form --key=value");
            }
            this.arguments.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
    }

    CrmConsumerConfig config() {
        Map<String, String> kafka = takeKafka();
        CrmConsumerConfig config = new CrmConsumerConfig(
                take("bootstrap-servers", ""),
                new Database(take("jdbc-url", ""), take("jdbc-user", ""), take("jdbc-password", "")),
                new TopicNames(
                        take("topic-rows", Topics.ROWS),
                        take("topic-answers", Topics.ANSWERS),
                        take("topic-dead-letters", Topics.ROWS_DEAD_LETTERS)),
                take("group-id", CrmConsumerConfig.DEFAULT_GROUP),
                takeNumber("workers", CrmConsumerConfig.DEFAULT_WORKERS),
                takeNumber("max-poll-records", CrmConsumerConfig.DEFAULT_MAX_POLL_RECORDS),
                kafka);
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException("unknown settings: " + String.join(", ", arguments.keySet()));
        }
        return config;
    }

    private Map<String, String> takeKafka() {
        Map<String, String> kafka = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(KAFKA_ENVIRONMENT)) {
                String setting = name.substring(KAFKA_ENVIRONMENT.length());
                kafka.put(setting.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        arguments.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                kafka.put(name.substring(KAFKA.length()), value);
            }
        });
        arguments.keySet().removeIf(name -> name.startsWith(KAFKA));
        return kafka;
    }

    private String take(String name, String otherwise) {
        String argument = arguments.remove(name);
        if (argument != null) {
            return argument;
        }
        String variable = ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_');
        return environment.getOrDefault(variable, otherwise);
    }

    private int takeNumber(String name, int otherwise) {
        String text = take(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number", e);
        }
    }
}

package io.migrator.faults.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was said on the topics, by upload and row; for one thread. */
final class Wire implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<TopicTail> tails;
    private final Map<String, Map<Integer, List<JsonNode>>> sent = new HashMap<>();
    private final Map<String, Map<Integer, List<JsonNode>>> answered = new HashMap<>();
    private final Set<String> deadLetters = new HashSet<>();

    Wire(String bootstrapServers) {
        tails = List.of(
                new TopicTail(bootstrapServers, Topics.ROWS),
                new TopicTail(bootstrapServers, Topics.ANSWERS),
                new TopicTail(bootstrapServers, Topics.ROWS_DEAD_LETTERS),
                new TopicTail(bootstrapServers, Topics.ANSWERS_DEAD_LETTERS));
    }

    /** Reads on to the present ends. */
    void read() {
        tails.get(0).read(message -> sort(message, sent));
        tails.get(1).read(message -> sort(message, answered));
        tails.get(2).read(letter -> deadLetters.add(text(letter)));
        tails.get(3).read(letter -> deadLetters.add(text(letter)));
    }

    private static void sort(ConsumerRecord<byte[], byte[]> message, Map<String, Map<Integer, List<JsonNode>>> into) {
        try {
            JsonNode read = JSON.readTree(message.value());
            into.computeIfAbsent(read.path("uploadId").asText(), upload -> new HashMap<>())
                    .computeIfAbsent(read.path("row").asInt(), row -> new ArrayList<>())
                    .add(read);
        } catch (IOException e) {
            // poison; it is looked for in the dead letters
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter) {
        return letter.value() == null ? "" : new String(letter.value(), StandardCharsets.UTF_8);
    }

    /** The messages that were sent to the target, by row. */
    Map<Integer, List<JsonNode>> sent(String upload) {
        return sent.getOrDefault(upload, Map.of());
    }

    /** The answers that came, by row. */
    Map<Integer, List<JsonNode>> answered(String upload) {
        return answered.getOrDefault(upload, Map.of());
    }

    /** Where the answers end, by partition. */
    Map<String, Long> endsOfAnswers() {
        return tails.get(1).ends();
    }

    /** The values of all dead letters so far. */
    Set<String> deadLetters() {
        return Set.copyOf(deadLetters);
    }

    /** An upload will not be asked for again. */
    void forget(String upload) {
        sent.remove(upload);
        answered.remove(upload);
    }

    @Override
    public void close() {
        tails.forEach(TopicTail::close);
    }
}

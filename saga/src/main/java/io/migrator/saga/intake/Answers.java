package io.migrator.saga.intake;

import io.migrator.api.event.RowOutcome;
import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.UnreadableMessageException;
import io.migrator.api.wire.WireCodec;
import io.migrator.saga.kafka.DeadLetters;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The readable answers of one poll, by upload in the order of ids: whoever takes several uploads' locks takes them in that order.
 * What cannot be read, or has an id that looks like a card number, is set aside at once.
 */
final class Answers {

    /** The upload as the answer names it; an upload of another tenant is another upload. */
    record Upload(UUID id, String tenant) implements Comparable<Upload> {

        @Override
        public int compareTo(Upload other) {
            int byId = id.toString().compareTo(other.id.toString());
            return byId != 0 ? byId : tenant.compareTo(other.tenant);
        }
    }

    private final SortedMap<Upload, List<RowOutcome>> outcomes = new TreeMap<>();
    private final Map<RowOutcome, ConsumerRecord<String, byte[]>> sources = new IdentityHashMap<>();

    static Answers read(List<ConsumerRecord<String, byte[]>> records, WireCodec wire, DeadLetters deadLetters) {
        Answers answers = new Answers();
        for (ConsumerRecord<String, byte[]> received : records) {
            try {
                answers.addOrSetAside(wire.readAnswer(received.value()), received, deadLetters);
            } catch (UnreadableMessageException e) {
                deadLetters.add(received, "ANSWER_UNREADABLE", String.valueOf(e.getMessage()));
            }
        }
        return answers;
    }

    /** An id that is altered is another id, and would be kept as a success: such an answer settles nothing. */
    private void addOrSetAside(RowAnswer answer, ConsumerRecord<String, byte[]> received, DeadLetters deadLetters) {
        String field = idWithCardNumber(answer);
        if (field.isEmpty()) {
            add(answer, received);
        } else {
            deadLetters.addWithoutContent(
                    received, "ANSWER_CARD_NUMBER", "the field '" + field + "' looks like a card number");
        }
    }

    /** Its name; empty when there is none. */
    private static String idWithCardNumber(RowAnswer answer) {
        if (isCard(answer.pbjCustomerId())) {
            return "pbjCustomerId";
        }
        if (isCard(answer.assignedId())) {
            return "assignedId";
        }
        return isCard(answer.crn()) ? "crn" : "";
    }

    private static boolean isCard(@Nullable String id) {
        return id != null && CardNumbers.isIn(id);
    }

    private void add(RowAnswer answer, ConsumerRecord<String, byte[]> received) {
        RowAnswer.Error error = answer.error();
        boolean isSuccess = answer.status() == RowAnswer.Status.SUCCESS;
        RowAnswer.Action action = answer.action();
        RowOutcome outcome = new RowOutcome(
                answer.row(),
                answer.attempt(),
                isSuccess,
                answer.pbjCustomerId(),
                answer.assignedId(),
                answer.crn(),
                action == null ? null : action.name(),
                isSuccess || error == null ? null : masked(error.code()),
                isSuccess || error == null ? null : masked(error.message()));
        outcomes.computeIfAbsent(new Upload(answer.uploadId(), answer.tenant()), upload -> new ArrayList<>())
                .add(outcome);
        sources.put(outcome, received);
    }

    /** A target may repeat what it was never sent; it is not kept. */
    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : CardNumbers.masked(text);
    }

    SortedMap<Upload, List<RowOutcome>> byUpload() {
        return outcomes;
    }

    /** Sets the records of these outcomes aside. */
    void refuse(List<RowOutcome> refused, String code, String reason, DeadLetters deadLetters) {
        for (RowOutcome outcome : refused) {
            ConsumerRecord<String, byte[]> source = sources.get(outcome);
            if (source == null) {
                throw new IllegalStateException("an outcome that did not come from this poll");
            }
            deadLetters.add(source, code, reason);
        }
    }
}

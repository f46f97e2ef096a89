package io.migrator.crm;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowMessage;
import io.migrator.api.wire.UnreadableMessageException;
import io.migrator.api.wire.WireCodec;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import io.migrator.crm.record.CustomerReferenceNumber;
import io.migrator.crm.record.DesiredStates;
import io.migrator.crm.record.StorableText;
import io.migrator.crm.record.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What one poll comes to: the records changed in one database transaction, and an answer or a dead letter for each record
 * received. The same poll handled twice changes nothing more and is answered again. Belongs to one worker.
 */
final class PollHandler {

    private static final int TENANT_LIMIT = 100;

    private final WireCodec codec = new WireCodec();
    private final DesiredStates desiredStates;
    private final TopicNames topics;

    PollHandler(DesiredStates desiredStates, TopicNames topics) {
        this.desiredStates = desiredStates;
        this.topics = topics;
    }

    /**
     * Returns what is to be sent; the database's transaction is committed by then.
     *
     * @throws SQLException when the database does not take part; handling the same records again is safe
     */
    List<ProducerRecord<byte[], byte[]>> handle(Iterable<ConsumerRecord<byte[], byte[]>> received) throws SQLException {
        List<ProducerRecord<byte[], byte[]>> toSend = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> readable = new ArrayList<>();
        List<RowMessage> messages = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : received) {
            try {
                messages.add(read(record));
                readable.add(record);
            } catch (UnreadableMessageException e) {
                toSend.add(DeadLetter.of(topics.deadLetters(), record, DeadLetter.UNREADABLE, e.getMessage()));
            }
        }
        List<Verdict> verdicts = desiredStates.apply(messages);
        for (int i = 0; i < messages.size(); i++) {
            byte[] answer = codec.write(answer(messages.get(i), verdicts.get(i)));
            toSend.add(
                    new ProducerRecord<>(topics.answers(), null, readable.get(i).key(), answer));
        }
        return toSend;
    }

    private RowMessage read(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessageException {
        RowMessage message = codec.readRow(record.value());
        String tenant = message.tenant();
        // Every answer repeats the tenant, so one that has no UTF-8 form could not even be refused.
        if (tenant.isBlank() || tenant.length() > TENANT_LIMIT || !StorableText.test(tenant)) {
            throw new UnreadableMessageException("the field 'tenant' is not a text of 1 to 100 characters");
        }
        return message;
    }

    private static RowAnswer answer(RowMessage row, Verdict verdict) {
        if (verdict instanceof Verdict.Applied applied) {
            return success(row, applied);
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        return new RowAnswer(
                RowMessage.VERSION,
                row.tenant(),
                row.uploadId(),
                row.row(),
                row.attempt(),
                RowAnswer.Status.ERROR,
                null,
                null,
                null,
                null,
                new RowAnswer.Error(refused.code(), refused.message()));
    }

    private static RowAnswer success(RowMessage row, Verdict.Applied applied) {
        long customer = applied.record().customerId();
        return new RowAnswer(
                RowMessage.VERSION,
                row.tenant(),
                row.uploadId(),
                row.row(),
                row.attempt(),
                RowAnswer.Status.SUCCESS,
                Long.toString(customer),
                Long.toString(applied.record().id()),
                CustomerReferenceNumber.of(customer),
                applied.action(),
                null);
    }
}

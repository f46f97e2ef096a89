package io.migrator.saga.intake;

import io.migrator.api.Rejection;
import io.migrator.api.command.RecordRowOutcomes;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.wire.WireCodec;
import io.migrator.saga.kafka.DeadLetters;
import io.migrator.saga.kafka.PolledRecords;
import io.migrator.saga.kafka.RecordSender;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in a poll of answers: one command per upload, issued from the handler itself (a command from a later phase of the unit of
 * work could lose its events while the position is kept). Events, saga and position commit together. What fits no upload, row or
 * attempt goes to the dead-letter topic, acknowledged before that commit.
 */
@Component
@ProcessingGroup(OutcomeIntake.PROCESSOR)
public class OutcomeIntake {

    /** The event processor whose token is the position on {@code JL.MIGRATOR}. */
    public static final String PROCESSOR = "outcome-intake";

    private static final Logger log = LoggerFactory.getLogger(OutcomeIntake.class);

    private final WireCodec wire;
    private final CommandGateway commands;
    private final RecordSender sender;

    OutcomeIntake(WireCodec wire, CommandGateway commands, RecordSender sender) {
        this.wire = wire;
        this.commands = commands;
        this.sender = sender;
    }

    @EventHandler
    void on(PolledRecords poll) {
        DeadLetters deadLetters = new DeadLetters();
        Answers answers = Answers.read(poll.records(), wire, deadLetters);
        for (Map.Entry<Answers.Upload, List<RowOutcome>> entry :
                answers.byUpload().entrySet()) {
            record(entry.getKey(), entry.getValue(), answers, deadLetters);
        }
        if (deadLetters.size() > 0) {
            log.warn(
                    "{} of {} answers go to the dead-letter topic",
                    deadLetters.size(),
                    poll.records().size());
        }
        deadLetters.send(sender);
    }

    private void record(Answers.Upload upload, List<RowOutcome> outcomes, Answers answers, DeadLetters deadLetters) {
        try {
            List<RowOutcome> unknown =
                    commands.sendAndWait(new RecordRowOutcomes(upload.id(), upload.tenant(), outcomes));
            answers.refuse(
                    unknown, "ROW_UNKNOWN", "the upload has no such row, or the row no such attempt", deadLetters);
        } catch (AggregateNotFoundException e) {
            answers.refuse(outcomes, "UPLOAD_UNKNOWN", "there is no such upload", deadLetters);
        } catch (Rejection e) {
            answers.refuse(outcomes, "UPLOAD_UNKNOWN", "the tenant has no such upload", deadLetters);
        }
    }
}

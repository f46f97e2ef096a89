package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.command.intake.idempotency.Claim;
import io.migrator.command.intake.idempotency.Outcome;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Sends the commands of one intake in its caller's name, under its claim, and waits for each; what a handler throws is thrown.
 * Safe to use from any thread.
 */
final class UploadCommands {

    private final CommandGateway gateway;
    private final Map<String, String> metaData;
    private final Claim claim;

    UploadCommands(CommandGateway gateway, Caller caller, Claim claim) {
        this.gateway = gateway;
        this.metaData = Map.of("tenant", caller.tenant(), "operator", caller.name());
        this.claim = claim;
    }

    /** Stores a file of one chunk: the whole upload in one transaction. */
    Outcome store(RegisterFileUpload registration, StageRows rows) {
        return claim.end(() -> {
            send(registration);
            send(rows);
            return completed(new CompleteStaging(registration.uploadId()));
        });
    }

    void register(RegisterFileUpload command) {
        claim.begin(() -> send(command));
    }

    void stage(StageRows command) {
        claim.proceed(() -> send(command));
    }

    void abandon(AbandonStaging command) {
        claim.proceed(() -> send(command));
    }

    Outcome complete(CompleteStaging command) {
        return claim.end(() -> completed(command));
    }

    private Outcome completed(CompleteStaging command) {
        Long version = send(command);
        return Outcome.accepted(command.uploadId(), version);
    }

    Outcome reject(RejectFileUpload command) {
        return claim.end(() -> {
            send(command);
            return Outcome.rejected(command.uploadId(), command.violationCounts());
        });
    }

    private <T> T send(Object command) {
        return gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).withMetaData(metaData));
    }
}

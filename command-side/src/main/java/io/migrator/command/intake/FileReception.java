package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.api.command.AbandonStaging;
import io.migrator.command.intake.idempotency.Claim;
import io.migrator.command.intake.idempotency.Decided;
import io.migrator.command.intake.idempotency.IdempotencyKey;
import io.migrator.command.intake.idempotency.IdempotencyKeys;
import io.migrator.command.intake.idempotency.RequestDigest;
import io.migrator.command.intake.spool.BrokenBodyException;
import io.migrator.command.intake.spool.ReceivingLimits;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Receives the file of a request and has it taken in, unless a request with the same key did so before. The file is gone from the
 * disk afterwards, whatever happened. Safe to use from any thread.
 */
final class FileReception {

    private static final String TAKEN_OVER = "INTAKE_TAKEN_OVER";

    private final SpoolFolder spool;
    private final IdempotencyKeys keys;
    private final FileIntake intake;
    private final CommandGateway commands;

    FileReception(SpoolFolder spool, IdempotencyKeys keys, FileIntake intake, CommandGateway commands) {
        this.spool = spool;
        this.keys = keys;
        this.intake = intake;
        this.commands = commands;
    }

    /** How much is received. */
    ReceivingLimits limits() {
        return intake.receivingLimits();
    }

    /**
     * Receives a file.
     *
     * @throws BrokenBodyException when the body cannot be read to its end
     */
    Decided receive(Caller caller, Optional<IdempotencyKey> key, UploadBody body) throws BrokenBodyException {
        try (SpooledFile content = spool.newFile()) {
            ReceivingLimits limits = body.wasCompressed() ? limits().afterExpansion() : limits();
            content.receive(body.content(), limits, body.options().charset());
            IncomingFile file = new IncomingFile(UUID.randomUUID(), body.fileName(), body.options(), content, caller);
            return keys.once(
                    key,
                    digest(file),
                    file.uploadId(),
                    upload -> commands(caller, keys.uncontested()).abandon(new AbandonStaging(upload, TAKEN_OVER)),
                    claim -> intake.take(file, commands(caller, claim)));
        }
    }

    private UploadCommands commands(Caller caller, Claim claim) {
        return new UploadCommands(commands, caller, claim);
    }

    /** Whatever makes another upload of it. */
    private static String digest(IncomingFile file) {
        ReadingOptions options = file.options();
        return RequestDigest.of(
                file.content().received().sha256(),
                file.name(),
                options.charset().name(),
                String.valueOf(options.spreadsheetSafe()));
    }
}

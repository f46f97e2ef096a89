package io.migrator.command.intake;

import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.command.intake.idempotency.Outcome;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a validated file: one command before its chunks, one for each, one after. While a chunk is being committed the next ones
 * are sealed. A file of one chunk is stored in one transaction. One object for one file.
 */
final class FileStaging {

    /** Chunks that are being sealed, or sealed and not stored yet: sealing is faster than storing. */
    static final int AHEAD = 2;

    private static final Logger log = LoggerFactory.getLogger(FileStaging.class);

    private final UploadCommands commands;
    private final WorkAhead threads;

    FileStaging(UploadCommands commands, WorkAhead threads) {
        this.commands = commands;
        this.threads = threads;
    }

    /** Stores the file. */
    Outcome stage(RegisterFileUpload registration, SealedChunks chunks) {
        if (registration.rowCount() <= registration.chunkSize()) {
            // On this thread: alone it would wait for its turn behind the stretches of long files, for nothing.
            return commands.store(registration, chunks.next().get());
        }
        UUID upload = registration.uploadId();
        commands.register(registration);
        try {
            threads.inOrder(chunks, AHEAD, this::store);
            return commands.complete(new CompleteStaging(upload));
        } catch (RuntimeException e) {
            abandon(upload, e);
            throw e;
        }
    }

    private boolean store(StageRows chunk) {
        commands.stage(chunk);
        log.debug(
                "Stored chunk {} of upload {}: {} rows from row {}",
                chunk.chunk(),
                chunk.uploadId(),
                chunk.rowCount(),
                chunk.firstRow());
        return true;
    }

    /** Best effort: what cannot be abandoned now is ended by the staging deadline. */
    private void abandon(UUID upload, RuntimeException fault) {
        try {
            commands.abandon(new AbandonStaging(upload, "INTAKE_FAILED"));
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }
}

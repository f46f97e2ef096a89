package io.migrator.command.intake;

import io.migrator.api.Sealed;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.command.intake.idempotency.Outcome;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores a validated file: one command before its chunks, one for each, one after. One object for one file. */
final class FileStaging {

    private static final Logger log = LoggerFactory.getLogger(FileStaging.class);

    private final UploadCommands commands;
    private final RowCodec codec;

    FileStaging(UploadCommands commands, RowCodec codec) {
        this.commands = commands;
        this.codec = codec;
    }

    /** Stores the file. */
    Outcome stage(RegisterFileUpload registration, ChunkReader reader) {
        UUID upload = registration.uploadId();
        commands.register(registration);
        try {
            int rows = registration.rowCount();
            int size = registration.chunkSize();
            for (int chunk = 0; chunk * (long) size < rows; chunk++) {
                int first = chunk * size + 1;
                int count = Math.min(size, rows - first + 1);
                Sealed content = codec.seal(registration.tenant(), upload, reader.read(first, count));
                commands.stage(new StageRows(upload, chunk, first, count, content));
                log.debug("Stored chunk {} of upload {}: {} rows from row {}", chunk, upload, count, first);
            }
            return commands.complete(new CompleteStaging(upload));
        } catch (RuntimeException e) {
            abandon(upload, e);
            throw e;
        }
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

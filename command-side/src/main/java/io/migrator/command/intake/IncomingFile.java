package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param uploadId the upload that it becomes
 * @param name as the sender calls it, cleaned
 * @param options how it is to be read
 * @param content where it lies
 * @param caller who sends it
 */
record IncomingFile(UUID uploadId, String name, ReadingOptions options, SpooledFile content, Caller caller) {}

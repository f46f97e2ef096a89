package io.migrator.query.upload;

import java.util.UUID;

/**
 * The projection {@code file-uploads} has written an upload; published in its transaction.
 *
 * @param event the aggregate sequence number of the event that was written
 */
public record UploadChanged(UUID uploadId, long event) {}

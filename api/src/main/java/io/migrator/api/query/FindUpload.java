package io.migrator.api.query;

import java.util.UUID;

/**
 * Asks for one upload as the read model shows it; answered with an {@link UploadView}.
 *
 * <p>The answer waits until the read model has seen the event {@code minimumEvent} of the upload, so that a client that was
 * told of a state never reads an older one. It fails with {@code UPLOAD_NOT_FOUND} for an upload of another tenant, and with
 * {@code READ_MODEL_BEHIND} when the read model does not get there in time.
 *
 * @param minimumEvent the aggregate sequence number that must be visible; -1 for whatever is there
 */
public record FindUpload(String tenant, UUID uploadId, long minimumEvent) {}

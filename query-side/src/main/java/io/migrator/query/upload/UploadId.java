package io.migrator.query.upload;

import io.migrator.api.Rejection;
import java.util.UUID;

/** The id of an upload in a path. */
public final class UploadId {

    private UploadId() {}

    /**
     * Reads it.
     *
     * @throws Rejection {@code UPLOAD_NOT_FOUND} when it is not an id at all: it names nothing
     */
    public static UUID parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw Rejection.uploadNotFound();
        }
        throw Rejection.uploadNotFound();
    }
}

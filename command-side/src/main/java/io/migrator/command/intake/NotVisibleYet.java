package io.migrator.command.intake;

import io.migrator.api.Rejection;
import java.util.Map;
import java.util.UUID;

/** The file is stored, but whoever asked for it now would not find it: says so, and under which id it will be found. */
final class NotVisibleYet extends Rejection {

    private static final long serialVersionUID = 1L;

    private final UUID uploadId;

    NotVisibleYet(UUID uploadId) {
        super(
                Kind.UNAVAILABLE,
                "UPLOAD_NOT_VISIBLE_YET",
                "The file is stored; do not send it again, ask for the upload in a moment.");
        this.uploadId = uploadId;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("uploadId", uploadId);
    }
}

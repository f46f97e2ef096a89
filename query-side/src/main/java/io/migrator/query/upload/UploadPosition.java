package io.migrator.query.upload;

import io.migrator.query.page.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of uploads, newest first, ended. */
record UploadPosition(Instant uploadedAt, UUID id) {

    String toCursor() {
        return Cursor.of(uploadedAt, id);
    }

    static UploadPosition of(String cursor) {
        List<String> parts = Cursor.parts(cursor, 2);
        try {
            return new UploadPosition(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}

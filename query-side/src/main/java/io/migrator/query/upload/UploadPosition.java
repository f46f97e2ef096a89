package io.migrator.query.upload;

import io.migrator.query.page.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a page of uploads, newest first, ended. */
record UploadPosition(Instant uploadedAt, UUID id) {

    /** The years that every part of the service can write; an instant can lie further away than a column of the table. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    String toCursor() {
        return Cursor.of(uploadedAt, id);
    }

    static UploadPosition of(String cursor) {
        List<String> parts = Cursor.parts(cursor, 2);
        try {
            UploadPosition position = new UploadPosition(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            if (!position.uploadedAt.isBefore(FIRST) && !position.uploadedAt.isAfter(LAST)) {
                return position;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }
}

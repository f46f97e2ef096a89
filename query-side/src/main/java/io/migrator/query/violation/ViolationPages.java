package io.migrator.query.violation;

import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.query.page.Cursor;
import io.migrator.query.page.Page;
import io.migrator.query.upload.ShownUpload;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The report page by page. A cursor is the number of violations before the page, whether they were shown or not. */
@Component
class ViolationPages {

    /** Read for one page at most: of a rare code a page may hold fewer than asked for, and the next goes on after it. */
    private static final int CHUNKS = 50;

    private final Violations violations;

    ViolationPages(Violations violations) {
        this.violations = violations;
    }

    Page<Violation> page(ShownUpload upload, ViolationFilter filter, int after, int limit) {
        List<Violation> found = new ArrayList<>();
        int chunks = violations.chunks(upload);
        int first = after / ViolationChunk.SIZE;
        int skip = after % ViolationChunk.SIZE;
        int end = Math.min(chunks, first + CHUNKS);
        for (int number = first; number < end; number++) {
            List<Violation> chunk = violations.chunk(upload, number);
            for (int i = skip; i < chunk.size(); i++) {
                if (!filter.matches(chunk.get(i))) {
                    continue;
                }
                if (found.size() == limit) {
                    return new Page<>(found, Cursor.of(number * ViolationChunk.SIZE + i));
                }
                found.add(chunk.get(i));
            }
            skip = 0;
        }
        return new Page<>(found, end < chunks ? Cursor.of(end * ViolationChunk.SIZE) : null);
    }

    /** Reads the cursor of an earlier page. */
    static int position(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(Cursor.parts(cursor, 1).get(0)));
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }
}

package io.migrator.query.row;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import io.migrator.api.RowStatus;
import io.migrator.query.page.Cursor;
import io.migrator.query.page.Page;
import io.migrator.query.page.PageLimit;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows of an upload. They are shown as far as the upload itself is: an answer may wait for that. */
@RestController
@RequestMapping("/api/v1/uploads/{id}/rows")
class RowController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Uploads uploads;
    private final CsvRows rows;
    private final RowAnswers answers;

    RowController(Uploads uploads, CsvRows rows, RowAnswers answers) {
        this.uploads = uploads;
        this.rows = rows;
        this.answers = answers;
    }

    /** One row with all its answers, the oldest first. */
    record RowDetails(@JsonUnwrapped CsvRow row, List<RowAnswers.Answer> answers) {}

    /**
     * Rows in the file's order; a page of long records may hold fewer than {@code limit}.
     *
     * @param afterRow where to begin, instead of a cursor: only rows after this one
     */
    @GetMapping
    Page<CsvRow> list(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "status", required = false) @Nullable RowStatus status,
            @RequestParam(name = "afterRow", required = false) @Nullable Integer afterRow,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        int after = cursor == null
                ? begin(afterRow)
                : rowNumber(Cursor.parts(cursor, 1).get(0));
        UUID uploadId = find(caller, id);
        RowBlock block = rows.next(uploadId, status == null ? CsvRows.ALL : Set.of(status), after, size + 1);
        if (block.rows().size() > size || block.isLast()) {
            return Page.of(block.rows(), size, last -> Cursor.of(last.row()));
        }
        return new Page<>(block.rows(), Cursor.of(block.end()));
    }

    private static int begin(@Nullable Integer afterRow) {
        return afterRow == null ? 0 : Math.max(0, afterRow);
    }

    private static int rowNumber(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    /** One row with its attempts and answers. */
    @GetMapping("/{row}")
    RowDetails one(Caller caller, @PathVariable("id") String id, @PathVariable("row") String row) {
        UUID uploadId = find(caller, id);
        CsvRow found = number(row)
                .flatMap(number -> rows.find(uploadId, number))
                .orElseThrow(
                        () -> new Rejection(Rejection.Kind.NOT_FOUND, "ROW_NOT_FOUND", "The upload has no such row."));
        return new RowDetails(found, answers.of(caller.tenant(), uploadId, found));
    }

    private static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private UUID find(Caller caller, String id) {
        ShownUpload upload = uploads.get(caller.tenant(), UploadId.parse(id));
        rows.awaitAsShown(upload);
        return upload.view().id();
    }
}

package io.migrator.query.violation;

import io.migrator.api.Caller;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.query.csv.CsvResponse;
import io.migrator.query.page.Cursor;
import io.migrator.query.page.Page;
import io.migrator.query.page.PageLimit;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with a rejected file: page by page as JSON, or all of it as CSV. */
@RestController
class ViolationController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final Uploads uploads;
    private final Violations violations;

    ViolationController(Uploads uploads, Violations violations) {
        this.uploads = uploads;
        this.violations = violations;
    }

    /** The report in the form that is asked for by {@code Accept}; JSON when that leaves it open. */
    @GetMapping(
            path = "/api/v1/uploads/{id}/violations",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Nullable
    Page<Violation> report(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
            HttpServletResponse response)
            throws IOException {
        ShownUpload upload = uploads.get(caller.tenant(), UploadId.parse(id));
        boolean isCsvPreferred = MediaType.parseMediaTypes(accept).stream()
                .findFirst()
                .filter(preferred -> preferred.equalsTypeAndSubtype(CSV))
                .isPresent();
        if (isCsvPreferred) {
            writeCsv(upload, response);
            return null;
        }
        return page(upload, cursor == null ? 0 : position(cursor), PageLimit.of(limit));
    }

    private Page<Violation> page(ShownUpload upload, int after, int limit) {
        List<Violation> found = violations.next(upload, after, limit + 1);
        return Page.of(found, limit, last -> Cursor.of(after + limit));
    }

    private static int position(String cursor) {
        try {
            return Math.max(0, Integer.parseInt(Cursor.parts(cursor, 1).get(0)));
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    private void writeCsv(ShownUpload upload, HttpServletResponse response) throws IOException {
        List<Violation> chunk = violations.next(upload, 0, ViolationChunk.SIZE);
        Writer out = CsvResponse.open(response, upload.view().fileName(), "violations");
        ViolationReport report = new ViolationReport(out);
        for (int after = 0; !chunk.isEmpty(); ) {
            report.write(chunk);
            after += chunk.size();
            chunk = chunk.size() < ViolationChunk.SIZE
                    ? List.of()
                    : violations.next(upload, after, ViolationChunk.SIZE);
        }
        out.flush();
    }
}

package io.migrator.query.violation;

import io.migrator.api.Caller;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.query.csv.SpreadsheetOption;
import io.migrator.query.page.Page;
import io.migrator.query.page.PageLimit;
import io.migrator.query.transfer.FileTransfers;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with a rejected file: page by page as JSON, or all of it as CSV. */
@RestController
class ViolationController {

    private static final String PATH = "/api/v1/uploads/{id}/violations";

    private final Uploads uploads;
    private final Violations violations;
    private final ViolationPages pages;
    private final FileTransfers transfers;

    ViolationController(Uploads uploads, Violations violations, ViolationPages pages, FileTransfers transfers) {
        this.uploads = uploads;
        this.violations = violations;
        this.pages = pages;
        this.transfers = transfers;
    }

    /**
     * A page of the report. It is what a client gets who takes either form.
     *
     * @param code only violations of this code
     * @param column only violations of this column
     * @param afterRow only violations of rows after this one
     * @param spreadsheet safe; without effect on this form
     */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Page<Violation> page(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "code", required = false) @Nullable ViolationCode code,
            @RequestParam(name = "column", required = false) @Nullable String column,
            @RequestParam(name = "afterRow", required = false) @Nullable Integer afterRow,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "spreadsheet", required = false) @Nullable String spreadsheet) {
        SpreadsheetOption.check(spreadsheet);
        ShownUpload upload = uploads.get(caller.tenant(), UploadId.parse(id));
        ViolationFilter filter = new ViolationFilter(code, column, afterRow);
        return pages.page(upload, filter, cursor == null ? 0 : ViolationPages.position(cursor), PageLimit.of(limit));
    }

    /**
     * The whole report as CSV.
     *
     * @param code only violations of this code
     * @param column only violations of this column
     * @param afterRow only violations of rows after this one
     * @param spreadsheet safe; the file is so anyway
     */
    @GetMapping(path = PATH, produces = "text/csv")
    void file(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "code", required = false) @Nullable ViolationCode code,
            @RequestParam(name = "column", required = false) @Nullable String column,
            @RequestParam(name = "afterRow", required = false) @Nullable Integer afterRow,
            @RequestParam(name = "spreadsheet", required = false) @Nullable String spreadsheet,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SpreadsheetOption.check(spreadsheet);
        ShownUpload upload = uploads.get(caller.tenant(), UploadId.parse(id));
        ViolationFilter filter = new ViolationFilter(code, column, afterRow);
        ViolationReport report = new ViolationReport(violations, upload, filter, violations.chunks(upload));
        transfers.of(request, response).send(report, Optional.of(report.version()));
    }
}

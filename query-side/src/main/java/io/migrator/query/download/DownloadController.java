package io.migrator.query.download;

import io.migrator.api.Caller;
import io.migrator.api.CsvDialect;
import io.migrator.api.FileStatus;
import io.migrator.api.Rejection;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.query.csv.SpreadsheetOption;
import io.migrator.query.row.CsvRows;
import io.migrator.query.transfer.FileTransfers;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The marked-up file: whole, in part ({@code Range}), or only what is said about it ({@code HEAD}). */
@RestController
class DownloadController {

    private final Uploads uploads;
    private final CsvRows rows;
    private final FileTypes types;
    private final FileTransfers transfers;

    DownloadController(Uploads uploads, CsvRows rows, FileTypes types, FileTransfers transfers) {
        this.uploads = uploads;
        this.rows = rows;
        this.types = types;
        this.transfers = transfers;
    }

    /**
     * The upload's rows, in their order.
     *
     * @param selection all, success or error; rows that are neither, because they are not settled yet, are only in all
     * @param spreadsheet safe, to open the file in a spreadsheet program
     */
    @GetMapping("/api/v1/uploads/{id}/file")
    void download(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "rows", defaultValue = "all") String selection,
            @RequestParam(name = "spreadsheet", required = false) @Nullable String spreadsheet,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RowSelection selected = RowSelection.of(selection);
        boolean isSafe = SpreadsheetOption.isSafe(spreadsheet);
        ShownUpload upload = uploads.get(caller.tenant(), UploadId.parse(id));
        CsvDialect dialect = upload.dialect().orElseThrow(() -> notStaged(upload));
        if (upload.view().counts().total() == 0) {
            throw notStaged(upload);
        }
        rows.awaitAsShown(upload);
        MarkedUpFile form = new MarkedUpFile(
                dialect, types.get(Objects.requireNonNull(upload.view().fileType())), isSafe);
        Download file = new Download(rows, upload, rows.chunks(upload.view().id()), selected, form, isAtRest(upload));
        transfers.of(request, response).send(file, file.version());
    }

    private static Rejection notStaged(ShownUpload upload) {
        return Rejection.wrongState(upload.view().status(), "downloading its rows");
    }

    /** Rows that are ahead of what is shown of the upload have begun to change. */
    private boolean isAtRest(ShownUpload upload) {
        FileStatus status = upload.view().status();
        return status != FileStatus.MIGRATE_FILE_INPROGRESS
                && status != FileStatus.MIGRATE_FILE_STAGING
                && rows.lastEvent(upload.view().id()) == upload.lastEvent();
    }
}

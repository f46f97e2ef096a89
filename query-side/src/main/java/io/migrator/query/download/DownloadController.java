package io.migrator.query.download;

import io.migrator.api.Caller;
import io.migrator.api.CsvDialect;
import io.migrator.api.Rejection;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.query.csv.CsvResponse;
import io.migrator.query.row.CsvRows;
import io.migrator.query.row.RowBlock;
import io.migrator.query.upload.ShownUpload;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The marked-up file. It is written while it is read, a block of rows at a time: memory does not depend on the file's size, and
 * between two blocks no connection is held, however slowly the client reads. A fault after the first bytes breaks the answer off.
 */
@RestController
class DownloadController {

    private static final int BLOCK = 1000;

    private final Uploads uploads;
    private final CsvRows rows;
    private final FileTypes types;

    DownloadController(Uploads uploads, CsvRows rows, FileTypes types) {
        this.uploads = uploads;
        this.rows = rows;
        this.types = types;
    }

    /**
     * The upload's rows, in their order.
     *
     * @param selection all, success or error
     */
    @GetMapping("/api/v1/uploads/{id}/file")
    void download(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "rows", defaultValue = "all") String selection,
            HttpServletResponse response)
            throws IOException {
        RowSelection selected = RowSelection.of(selection);
        ShownUpload upload = uploads.get(caller.tenant(), UploadId.parse(id));
        CsvDialect dialect = upload.dialect().orElseThrow(() -> notStaged(upload));
        if (upload.view().counts().total() == 0) {
            throw notStaged(upload);
        }
        rows.awaitAsShown(upload);
        write(upload, selected, dialect, response);
    }

    private static Rejection notStaged(ShownUpload upload) {
        return Rejection.wrongState(upload.view().status(), "downloading its rows");
    }

    private void write(ShownUpload upload, RowSelection selected, CsvDialect dialect, HttpServletResponse response)
            throws IOException {
        UUID id = upload.view().id();
        FileTypeSpec type = types.get(Objects.requireNonNull(upload.view().fileType()));
        // Read before the answer begins: what can be refused is refused with a status.
        RowBlock block = rows.next(id, selected.statuses(), 0, BLOCK);
        MarkedUpFile file = new MarkedUpFile(
                CsvResponse.open(response, upload.view().fileName(), selected.suffix()), dialect, type);
        file.write(block.rows());
        while (!block.isLast()) {
            block = rows.next(id, selected.statuses(), block.end(), BLOCK);
            file.write(block.rows());
        }
        file.end();
    }
}

package io.migrator.query.upload;

import io.migrator.api.Caller;
import io.migrator.api.FileStatus;
import io.migrator.api.query.UploadView;
import io.migrator.query.page.Page;
import io.migrator.query.page.PageLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads as they are listed and shown. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * The caller's uploads, newest first.
     *
     * @param name a part of the file's name, in any case
     */
    @GetMapping
    Page<UploadView> list(
            Caller caller,
            @RequestParam(name = "status", required = false) @Nullable FileStatus status,
            @RequestParam(name = "fileType", required = false) @Nullable String fileType,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
        UploadPosition after = cursor == null ? null : UploadPosition.of(cursor);
        return uploads.page(new UploadFilter(caller.tenant(), status, fileType, name, after), PageLimit.of(limit));
    }

    /** One upload. */
    @GetMapping("/{id}")
    UploadView one(Caller caller, @PathVariable("id") String id) {
        return uploads.get(caller.tenant(), UploadId.parse(id)).view();
    }
}

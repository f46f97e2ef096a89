package io.migrator.query.progress;

import io.migrator.api.Caller;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The progress of one migration as server-sent events: {@code progress} with each change, {@code end} when it has ended. */
@RestController
class ProgressController {

    private final Uploads uploads;
    private final ProgressWatch watch;

    ProgressController(Uploads uploads, ProgressWatch watch) {
        this.uploads = uploads;
        this.watch = watch;
    }

    /** Begins with the present state; a client that is cut off connects again and misses nothing. */
    @GetMapping(path = "/api/v1/uploads/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(Caller caller, @PathVariable("id") String id, HttpServletResponse response) {
        // A proxy that gathers the answer would hold the events back.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        return watch.watch(uploads.get(caller.tenant(), UploadId.parse(id)).view());
    }
}

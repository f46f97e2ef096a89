package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import io.migrator.command.intake.idempotency.Decided;
import io.migrator.command.intake.idempotency.Outcome;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a sender what became of the file, the first time and on every repeat alike: what is told of a rejected file is read from
 * the store each time, and what was told of an accepted one is kept. The database is never waited for on the thread that tells of
 * visible uploads. Safe to use from any thread.
 */
final class UploadAnswers {

    private static final Logger log = LoggerFactory.getLogger(UploadAnswers.class);

    private final QueryGateway queries;
    private final ViolationStore violations;
    private final RowCodec codec;
    private final JsonMapper json;

    UploadAnswers(QueryGateway queries, ViolationStore violations, RowCodec codec, JsonMapper json) {
        this.queries = queries;
        this.violations = violations;
        this.codec = codec;
        this.json = json;
    }

    /** The answer; it comes when the read model knows the upload, so that its address never leads nowhere. */
    CompletableFuture<ResponseEntity<UploadView>> answer(Caller caller, Decided decided) {
        if (decided.answer().isPresent()) {
            UploadView first = json.readValue(decided.answer().get(), UploadView.class);
            return CompletableFuture.completedFuture(created(first));
        }
        Outcome outcome = decided.outcome();
        return queries.query(new FindUpload(caller.tenant(), outcome.uploadId(), outcome.version()), UploadView.class)
                .handleAsync((upload, failure) -> {
                    if (!outcome.isAccepted()) {
                        throw rejected(caller.tenant(), outcome, upload);
                    }
                    if (failure != null) {
                        log.debug("The upload is stored and not yet visible", failure);
                        throw new NotVisibleYet(outcome.uploadId());
                    }
                    keep(decided, upload);
                    return created(upload);
                });
    }

    /** For repeats; the file is stored, and its sender is told so, whether this succeeds or not. */
    private void keep(Decided decided, UploadView upload) {
        try {
            decided.claim().answered(json.writeValueAsString(upload));
        } catch (DataAccessException e) {
            log.warn(
                    "The answer for upload {} is not kept; repeats will show the upload as it is then", upload.id(), e);
        }
    }

    private static ResponseEntity<UploadView> created(UploadView upload) {
        return ResponseEntity.created(URI.create("/api/v1/uploads/" + upload.id()))
                .body(upload);
    }

    private FileRejected rejected(String tenant, Outcome outcome, @Nullable UploadView upload) {
        UUID id = outcome.uploadId();
        List<Violation> first = violations
                .firstChunk(tenant, id)
                .map(content -> ViolationChunk.open(codec, tenant, id, content))
                .orElse(List.of());
        return new FileRejected(outcome, first, upload == null ? null : upload.sameContentAs());
    }
}

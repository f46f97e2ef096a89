package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import io.migrator.api.query.UploadView;
import io.migrator.command.intake.idempotency.Decided;
import io.migrator.command.intake.idempotency.IdempotencyKey;
import io.migrator.command.intake.spool.BrokenBodyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files in: 201 with the upload, 422 {@code FILE_REJECTED} with the violations, 415 for another content type or encoding,
 * 400 for a body that is cut off, 409 while an earlier request with the same key is being worked on. Whatever the answer, the
 * spooled file is gone when it is given.
 */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private static final Logger log = LoggerFactory.getLogger(UploadController.class);
    private static final List<MediaType> TAKEN = List.of(
            MediaType.MULTIPART_FORM_DATA,
            new MediaType("text", "csv"),
            new MediaType("application", "gzip"),
            new MediaType("application", "zip"));

    private static final String REPLAYED = "Idempotency-Replayed";

    private final FileReception reception;
    private final UploadAnswers answers;

    UploadController(FileReception reception, UploadAnswers answers) {
        this.reception = reception;
        this.answers = answers;
    }

    /**
     * Takes a file: the part {@code file} of a form, or the body itself with the name as the parameter {@code fileName}; either
     * may be compressed with gzip on its way. What {@link ReadingOptions} says of the file comes as parameters.
     * With a header {@code Idempotency-Key} the request may be sent again: it is worked on once, and a repeat gets the first answer
     * with {@code Idempotency-Replayed: true}.
     */
    @PostMapping
    CompletableFuture<ResponseEntity<UploadView>> upload(
            Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws HttpMediaTypeNotSupportedException {
        try {
            Decided decided = receive(caller, request);
            if (decided.isRepeat()) {
                response.setHeader(REPLAYED, "true");
            }
            return answers.answer(caller, decided);
        } catch (BrokenBodyException e) {
            log.debug("A body could not be read to its end", e);
            throw new Rejection(
                    Rejection.Kind.MALFORMED,
                    "UPLOAD_INCOMPLETE",
                    "The body ended early or is not what its content type and encoding say; send the file again.");
        }
    }

    private Decided receive(Caller caller, HttpServletRequest request)
            throws BrokenBodyException, HttpMediaTypeNotSupportedException {
        Optional<IdempotencyKey> key =
                IdempotencyKey.of(caller.tenant(), Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
        UploadBody body = UploadRequests.open(request, reception.limits())
                .orElseThrow(() -> new HttpMediaTypeNotSupportedException(
                        "neither a form nor text/csv, gzip or zip, or in an encoding other than gzip", TAKEN));
        return reception.receive(caller, key, body);
    }
}

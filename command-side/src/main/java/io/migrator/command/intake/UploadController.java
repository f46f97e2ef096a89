package io.migrator.command.intake;

import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import io.migrator.command.intake.spool.BrokenBodyException;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
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
 * 400 for a body that is cut off. Whatever the answer, the spooled file is gone when it is given.
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

    private final SpoolFolder spool;
    private final FileIntake intake;
    private final CommandGateway commands;
    private final QueryGateway queries;

    UploadController(SpoolFolder spool, FileIntake intake, CommandGateway commands, QueryGateway queries) {
        this.spool = spool;
        this.intake = intake;
        this.commands = commands;
        this.queries = queries;
    }

    /**
     * Takes a file: the part {@code file} of a form, or the body itself with the name as the parameter {@code fileName}; either
     * may be compressed with gzip on its way. What {@link ReadingOptions} says of the file comes as parameters.
     */
    @PostMapping
    CompletableFuture<ResponseEntity<UploadView>> upload(Caller caller, HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        try {
            return answer(caller, take(caller, request));
        } catch (BrokenBodyException e) {
            log.debug("A body could not be read to its end", e);
            throw new Rejection(
                    Rejection.Kind.MALFORMED,
                    "UPLOAD_INCOMPLETE",
                    "The body ended early or is not what its content type and encoding say; send the file again.");
        }
    }

    private FileIntake.Result take(Caller caller, HttpServletRequest request)
            throws BrokenBodyException, HttpMediaTypeNotSupportedException {
        UploadBody body = UploadRequests.open(request, intake.receivingLimits())
                .orElseThrow(() -> new HttpMediaTypeNotSupportedException(
                        "neither a form nor text/csv, gzip or zip, or in an encoding other than gzip", TAKEN));
        try (SpooledFile file = spool.newFile()) {
            file.receive(
                    body.content(), intake.receivingLimits(), body.options().charset());
            return intake.take(
                    new IncomingFile(UUID.randomUUID(), body.fileName(), body.options(), file, caller),
                    new UploadCommands(commands, caller));
        }
    }

    /** Waits until the read model knows the upload, so that its address never leads nowhere. */
    private CompletableFuture<ResponseEntity<UploadView>> answer(Caller caller, FileIntake.Result result) {
        return queries.query(new FindUpload(caller.tenant(), result.uploadId(), result.version()), UploadView.class)
                .handle((upload, failure) -> {
                    if (!result.violations().isEmpty()) {
                        throw new FileRejected(
                                result.uploadId(), result.violations(), upload == null ? null : upload.sameContentAs());
                    }
                    if (failure != null) {
                        log.debug("The upload is stored and not yet visible", failure);
                        throw new NotVisibleYet(result.uploadId());
                    }
                    return ResponseEntity.created(URI.create("/api/v1/uploads/" + result.uploadId()))
                            .body(upload);
                });
    }
}

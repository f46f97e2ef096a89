package io.migrator.command.migration;

import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import io.migrator.api.command.CancelMigration;
import io.migrator.api.command.ResumeMigration;
import io.migrator.api.command.RetryFailedRows;
import io.migrator.api.command.StartMigration;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts, resumes, retries and cancels the migration of an upload. Each answer is 202 with the upload as it stands after the
 * command, or 409 {@code WRONG_STATE}.
 */
@RestController
@RequestMapping("/api/v1/uploads/{id}/migration")
class MigrationController {

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final MigrationSequences sequences;

    MigrationController(CommandGateway commands, QueryGateway queries, MigrationSequences sequences) {
        this.commands = commands;
        this.queries = queries;
        this.sequences = sequences;
    }

    /** Sends every row of a ready file to the target. */
    @PostMapping
    CompletableFuture<ResponseEntity<UploadView>> start(Caller caller, @PathVariable("id") UUID id) {
        long sequence = sequences.next(caller.tenant());
        return accept(caller, id, new StartMigration(id, caller.tenant(), sequence, caller.name()));
    }

    /** Sends what is still open of a stopped file. */
    @PostMapping("/resume")
    CompletableFuture<ResponseEntity<UploadView>> resume(Caller caller, @PathVariable("id") UUID id) {
        return accept(caller, id, new ResumeMigration(id, caller.tenant(), caller.name()));
    }

    /** Sends the rows in error of a completed file again, as a new attempt. */
    @PostMapping("/retry")
    CompletableFuture<ResponseEntity<UploadView>> retry(Caller caller, @PathVariable("id") UUID id) {
        return accept(caller, id, new RetryFailedRows(id, caller.tenant(), caller.name()));
    }

    /** Ends a file for good. */
    @PostMapping("/cancel")
    CompletableFuture<ResponseEntity<UploadView>> cancel(Caller caller, @PathVariable("id") UUID id) {
        return accept(caller, id, new CancelMigration(id, caller.tenant(), caller.name()));
    }

    private CompletableFuture<ResponseEntity<UploadView>> accept(Caller caller, UUID id, Object command) {
        long version = send(caller, command);
        return queries.query(new FindUpload(caller.tenant(), id, version), UploadView.class)
                .thenApply(upload -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/uploads/" + id))
                        .body(upload));
    }

    private long send(Caller caller, Object command) {
        try {
            Long version = commands.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                    .withMetaData(Map.of("tenant", caller.tenant(), "operator", caller.name())));
            return version;
        } catch (AggregateNotFoundException e) {
            throw Rejection.uploadNotFound();
        }
    }
}

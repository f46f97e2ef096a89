package io.migrator.api.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.api.wire.RowAnswer.Status;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one answer. */
final class AnswerReader implements MessageReader<RowAnswer> {

    private @Nullable Integer version;
    private @Nullable String tenant;
    private @Nullable UUID uploadId;
    private @Nullable Integer row;
    private @Nullable Integer attempt;
    private @Nullable Status status;
    private @Nullable String pbjCustomerId;
    private @Nullable String assignedId;
    private @Nullable String crn;
    private @Nullable Action action;
    private boolean hasError;
    private @Nullable String errorCode;
    private @Nullable String errorMessage;

    @Override
    public boolean take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "version" -> version = JsonFields.integer(json);
            case "tenant" -> tenant = JsonFields.text(json);
            case "uploadId" -> uploadId = JsonFields.uuid(json);
            case "row" -> row = JsonFields.integer(json);
            case "attempt" -> attempt = JsonFields.integer(json);
            case "status" -> status = JsonFields.constant(json, Status.class);
            case "pbjCustomerId" -> pbjCustomerId = JsonFields.text(json);
            case "assignedId" -> assignedId = JsonFields.text(json);
            case "crn" -> crn = JsonFields.text(json);
            case "action" -> action = JsonFields.constant(json, Action.class);
            case "error" -> takeError(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeError(JsonParser json) throws IOException {
        hasError = json.currentToken() != JsonToken.VALUE_NULL;
        errorCode = null;
        errorMessage = null;
        if (!hasError) {
            return;
        }
        JsonFields.requireObject(json);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "code" -> errorCode = JsonFields.text(json);
                case "message" -> errorMessage = JsonFields.text(json);
                default -> json.skipChildren();
            }
        }
    }

    @Override
    public RowAnswer message() throws UnreadableMessageException {
        return new RowAnswer(
                Demands.version(version),
                Demands.present(tenant, "tenant"),
                Demands.present(uploadId, "uploadId"),
                Demands.atLeastOne(row, "row"),
                Demands.atLeastOne(attempt, "attempt"),
                Demands.present(status, "status"),
                id(pbjCustomerId, "pbjCustomerId"),
                id(assignedId, "assignedId"),
                id(crn, "crn"),
                status == Status.SUCCESS ? Demands.present(action, "action") : action,
                error());
    }

    /** A success has all the ids. */
    private @Nullable String id(@Nullable String id, String field) throws UnreadableMessageException {
        return Demands.storableId(status == Status.SUCCESS ? Demands.present(id, field) : id, field);
    }

    /** A success has none, whatever the record says. */
    private RowAnswer.@Nullable Error error() throws UnreadableMessageException {
        if (status != Status.ERROR) {
            return null;
        }
        String code = Demands.present(errorCode, hasError ? "error.code" : "error");
        Demands.storableId(code, "error.code");
        return new RowAnswer.Error(code, Demands.storableMessage(errorMessage, "error.message"));
    }
}

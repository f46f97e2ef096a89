package io.migrator.api.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one row. */
final class RowReader implements MessageReader<RowMessage> {

    private static final int USUAL_CELLS = 20;

    private @Nullable Integer version;
    private @Nullable String tenant;
    private @Nullable UUID uploadId;
    private @Nullable Integer row;
    private @Nullable Integer attempt;
    private @Nullable Long sequence;
    private @Nullable String fileType;
    private @Nullable String externalId;
    private @Nullable String pbjCustomerId;
    private @Nullable Map<String, Object> desiredState;

    @Override
    public boolean take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "version" -> version = JsonFields.integer(json);
            case "tenant" -> tenant = JsonFields.text(json);
            case "uploadId" -> uploadId = JsonFields.uuid(json);
            case "row" -> row = JsonFields.integer(json);
            case "attempt" -> attempt = JsonFields.integer(json);
            case "sequence" -> sequence = JsonFields.number(json);
            case "fileType" -> fileType = JsonFields.text(json);
            case "externalId" -> externalId = JsonFields.text(json);
            case "pbjCustomerId" -> pbjCustomerId = JsonFields.text(json);
            case "desiredState" -> desiredState = cells(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Map<String, Object> cells(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        JsonFields.requireObject(json);
        LinkedHashMap<String, Object> cells = new LinkedHashMap<>(USUAL_CELLS * 2);
        for (String column = json.nextFieldName(); column != null; column = json.nextFieldName()) {
            cells.put(column, cell(json, json.nextToken()));
        }
        return new ReadCells(cells);
    }

    /** Whatever nests is no column's value, so its content is of no interest. */
    private static @Nullable Object cell(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> {
                json.skipChildren();
                yield List.of();
            }
        };
    }

    @Override
    public RowMessage message() throws UnreadableMessageException {
        return new RowMessage(
                Demands.version(version),
                Demands.present(tenant, "tenant"),
                Demands.present(uploadId, "uploadId"),
                Demands.atLeastOne(row, "row"),
                Demands.atLeastOne(attempt, "attempt"),
                Demands.atLeast(0, Demands.present(sequence, "sequence"), "sequence"),
                Demands.present(fileType, "fileType"),
                Demands.present(externalId, "externalId"),
                pbjCustomerId,
                Demands.present(desiredState, "desiredState"));
    }
}

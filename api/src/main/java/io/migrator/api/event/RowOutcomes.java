package io.migrator.api.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.migrator.api.Sealed;
import io.migrator.api.filetypes.RowCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a batch of {@link RowOutcome}s: a JSON array of objects with the record's fields, what is not known left
 * away, sealed by the {@link RowCodec}. Written and read field by field: a poll holds thousands of them. Stateless.
 */
public final class RowOutcomes {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 128;
    // Names of fields, encoded once.
    private static final SerializableString ROW = new SerializedString("row");
    private static final SerializableString ATTEMPT = new SerializedString("attempt");
    private static final SerializableString SUCCEEDED = new SerializedString("succeeded");
    private static final SerializableString PBJ_CUSTOMER_ID = new SerializedString("pbjCustomerId");
    private static final SerializableString ASSIGNED_ID = new SerializedString("assignedId");
    private static final SerializableString CRN = new SerializedString("crn");
    private static final SerializableString ACTION = new SerializedString("action");
    private static final SerializableString ERROR_CODE = new SerializedString("errorCode");
    private static final SerializableString ERROR_MESSAGE = new SerializedString("errorMessage");

    private RowOutcomes() {}

    /** Seals the outcomes of rows of one upload. */
    public static Sealed seal(RowCodec codec, String tenant, UUID uploadId, List<RowOutcome> outcomes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(USUAL_SIZE * outcomes.size() + 2);
        try (JsonGenerator json = JSON.createGenerator(content)) {
            json.writeStartArray();
            for (RowOutcome outcome : outcomes) {
                write(json, outcome);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codec.seal(tenant, uploadId, content.toByteArray());
    }

    private static void write(JsonGenerator json, RowOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeFieldName(ROW);
        json.writeNumber(outcome.row());
        json.writeFieldName(ATTEMPT);
        json.writeNumber(outcome.attempt());
        json.writeFieldName(SUCCEEDED);
        json.writeBoolean(outcome.succeeded());
        write(json, PBJ_CUSTOMER_ID, outcome.pbjCustomerId());
        write(json, ASSIGNED_ID, outcome.assignedId());
        write(json, CRN, outcome.crn());
        write(json, ACTION, outcome.action());
        write(json, ERROR_CODE, outcome.errorCode());
        write(json, ERROR_MESSAGE, outcome.errorMessage());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SerializableString field, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeFieldName(field);
            json.writeString(text);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws UncheckedIOException when the content is damaged
     */
    public static List<RowOutcome> open(RowCodec codec, String tenant, UUID uploadId, Sealed sealed) {
        List<RowOutcome> outcomes = new ArrayList<>();
        try (JsonParser json = JSON.createParser(codec.open(tenant, uploadId, sealed))) {
            require(json, json.nextToken() == JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(json, json.currentToken() == JsonToken.START_OBJECT);
                outcomes.add(read(json));
            }
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RowOutcome read(JsonParser json) throws IOException {
        int row = 0;
        int attempt = 0;
        boolean succeeded = false;
        @Nullable String[] texts = new String[6];
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "row" -> row = json.getIntValue();
                case "attempt" -> attempt = json.getIntValue();
                case "succeeded" -> succeeded = json.getBooleanValue();
                case "pbjCustomerId" -> texts[0] = json.getValueAsString();
                case "assignedId" -> texts[1] = json.getValueAsString();
                case "crn" -> texts[2] = json.getValueAsString();
                case "action" -> texts[3] = json.getValueAsString();
                case "errorCode" -> texts[4] = json.getValueAsString();
                case "errorMessage" -> texts[5] = json.getValueAsString();
                default -> json.skipChildren();
            }
        }
        return new RowOutcome(row, attempt, succeeded, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5]);
    }

    private static void require(JsonParser json, boolean condition) throws JsonParseException {
        if (!condition) {
            throw new JsonParseException(json, "not a list of outcomes");
        }
    }
}

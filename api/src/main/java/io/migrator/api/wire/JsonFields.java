package io.migrator.api.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The value of a field, read where the parser stands; a value of another kind is an error. Errors never repeat a value. */
final class JsonFields {

    private static final int UUID_LENGTH = 36;

    private JsonFields() {}

    static void requireObject(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(json);
        }
    }

    /** A text, or a single value as it is written. */
    static @Nullable String text(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == null || !token.isScalarValue()) {
            throw wrong(json);
        }
        return json.getText();
    }

    static int integer(JsonParser json) throws IOException {
        requireNumber(json);
        return json.getIntValue();
    }

    static long number(JsonParser json) throws IOException {
        requireNumber(json);
        return json.getLongValue();
    }

    private static void requireNumber(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || !token.isNumeric()) {
            throw wrong(json);
        }
    }

    static @Nullable UUID uuid(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING || json.getTextLength() != UUID_LENGTH) {
            throw wrong(json);
        }
        try {
            return UUID.fromString(json.getText());
        } catch (IllegalArgumentException e) {
            throw wrong(json);
        }
    }

    static <E extends Enum<E>> @Nullable E constant(JsonParser json, Class<E> type) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(json);
        }
        try {
            return Enum.valueOf(type, json.getText());
        } catch (IllegalArgumentException e) {
            throw wrong(json);
        }
    }

    static JsonParseException wrong(JsonParser json) {
        return new JsonParseException(json, "not of the field's type", json.currentTokenLocation());
    }
}

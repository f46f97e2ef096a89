package io.migrator.api.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form (UTF-8) of the contract's messages. Stateless after construction and safe to use from any thread.
 *
 * <p>What happens to every row of a file is done field by field, without binding to objects, which took several times as long.
 */
public final class WireCodec {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectWriter ROWS = new JsonMapper().writerFor(RowMessage.class);

    /** The record key that keeps everything about one customer in order on one partition. */
    public static String key(String tenant, String customerExternalId) {
        return tenant + ":" + customerExternalId;
    }

    /** Writes a row. {@link RowMessageWriter} writes those of a file, and faster. */
    public byte[] write(RowMessage message) {
        try {
            return ROWS.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an answer. */
    public byte[] write(RowAnswer answer) {
        return AnswerText.of(answer);
    }

    /**
     * Reads a row.
     *
     * @throws UnreadableMessageException when it is not one of this version of the contract
     */
    public RowMessage readRow(byte @Nullable [] value) throws UnreadableMessageException {
        return read(new RowReader(), value);
    }

    /**
     * Reads an answer.
     *
     * @throws UnreadableMessageException when it is not one of this version of the contract
     */
    public RowAnswer readAnswer(byte @Nullable [] value) throws UnreadableMessageException {
        return read(new AnswerReader(), value);
    }

    private static <T> T read(MessageReader<T> reader, byte @Nullable [] value) throws UnreadableMessageException {
        if (value == null || value.length == 0) {
            throw new UnreadableMessageException("the record has no value");
        }
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            JsonFields.requireObject(json);
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                if (!reader.take(field, json)) {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw JsonFields.wrong(json);
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("not JSON of the contract" + place(e.getLocation()));
        } catch (IOException e) {
            // bytes in memory cannot fail to be read; they can be in an encoding that is none
            throw new UnreadableMessageException("not JSON of the contract: the bytes are no UTF-8 text");
        }
        return reader.message();
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}

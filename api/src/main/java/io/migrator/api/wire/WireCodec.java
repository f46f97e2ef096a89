package io.migrator.api.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The JSON form (UTF-8) of the contract's messages. Stateless after construction and safe to use from any thread. */
public final class WireCodec {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_MESSAGE = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true)
            .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, false)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
            .configure(DeserializationFeature.USE_LONG_FOR_INTS, true)
            .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
            .build();

    private final ObjectWriter rowWriter = JSON.writerFor(RowMessage.class);
    private final ObjectReader rowReader = JSON.readerFor(RowMessage.class);
    private final ObjectWriter answerWriter = JSON.writerFor(RowAnswer.class);
    private final ObjectReader answerReader = JSON.readerFor(RowAnswer.class);

    /** The record key that keeps everything about one customer in order on one partition. */
    public static String key(String tenant, String customerExternalId) {
        return tenant + ":" + customerExternalId;
    }

    /** Writes a row. */
    public byte[] write(RowMessage message) {
        return bytes(rowWriter, message);
    }

    /** Writes an answer. */
    public byte[] write(RowAnswer answer) {
        return bytes(answerWriter, answer);
    }

    /**
     * Reads a row.
     *
     * @throws UnreadableMessageException when it is not one of this version of the contract
     */
    public RowMessage readRow(byte @Nullable [] value) throws UnreadableMessageException {
        RowMessage row = read(rowReader, value);
        requireVersion(row.version());
        require(row.tenant(), "tenant");
        require(row.uploadId(), "uploadId");
        require(row.fileType(), "fileType");
        require(row.externalId(), "externalId");
        requireAtLeast(1, row.row(), "row");
        requireAtLeast(1, row.attempt(), "attempt");
        requireAtLeast(0, row.sequence(), "sequence");
        return row;
    }

    /**
     * Reads an answer.
     *
     * @throws UnreadableMessageException when it is not one of this version of the contract
     */
    public RowAnswer readAnswer(byte @Nullable [] value) throws UnreadableMessageException {
        RowAnswer answer = read(answerReader, value);
        requireVersion(answer.version());
        require(answer.tenant(), "tenant");
        require(answer.uploadId(), "uploadId");
        requireAtLeast(1, answer.row(), "row");
        requireAtLeast(1, answer.attempt(), "attempt");
        require(answer.status(), "status");
        if (answer.status() == RowAnswer.Status.ERROR) {
            RowAnswer.Error error = answer.error();
            require(error, "error");
            require(error == null ? null : error.code(), "error.code");
            requireStorable(error == null ? null : error.code(), LONGEST_ID, "error.code");
            requireStorable(error == null ? null : error.message(), LONGEST_MESSAGE, "error.message");
        } else {
            require(answer.pbjCustomerId(), "pbjCustomerId");
            require(answer.assignedId(), "assignedId");
            require(answer.crn(), "crn");
            require(answer.action(), "action");
        }
        requireStorable(answer.pbjCustomerId(), LONGEST_ID, "pbjCustomerId");
        requireStorable(answer.assignedId(), LONGEST_ID, "assignedId");
        requireStorable(answer.crn(), LONGEST_ID, "crn");
        return answer;
    }

    private static byte[] bytes(ObjectWriter writer, Object message) {
        try {
            return writer.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(ObjectReader reader, byte @Nullable [] value) throws UnreadableMessageException {
        if (value == null || value.length == 0) {
            throw new UnreadableMessageException("the record has no value");
        }
        try {
            T message = reader.readValue(value);
            if (message == null) {
                throw new UnreadableMessageException("the value is null");
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("not JSON of the contract" + place(e.getLocation()));
        } catch (IOException e) {
            // bytes in memory cannot fail to be read; they can be in an encoding that is none
            throw new UnreadableMessageException("not JSON of the contract: the bytes are no UTF-8 text");
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** An answer becomes part of the history and of tables: what a table cannot hold must not get into the history. */
    private static void requireStorable(@Nullable String text, int longest, String field)
            throws UnreadableMessageException {
        if (text != null && (text.length() > longest || text.indexOf('\0') >= 0)) {
            throw new UnreadableMessageException(
                    "the field '" + field + "' is longer than " + longest + " characters or holds U+0000");
        }
    }

    private static void requireVersion(int version) throws UnreadableMessageException {
        if (version != RowMessage.VERSION) {
            throw new UnreadableMessageException(
                    "version " + version + " is not known; known is " + RowMessage.VERSION);
        }
    }

    private static void require(@Nullable Object value, String field) throws UnreadableMessageException {
        if (value == null) {
            throw new UnreadableMessageException("the field '" + field + "' is missing");
        }
    }

    private static void requireAtLeast(long least, long value, String field) throws UnreadableMessageException {
        if (value < least) {
            throw new UnreadableMessageException("the field '" + field + "' is less than " + least);
        }
    }
}

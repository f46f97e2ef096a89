package io.migrator.api.filetypes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.Sealed;
import io.migrator.api.filetypes.violations.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The stored form of consecutive violations: a JSON array, sealed by the {@link RowCodec}. Stateless. */
public final class ViolationChunk {

    /** Violations in a chunk, the last one aside. */
    public static final int SIZE = 1000;

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static final TypeReference<List<Violation>> LIST = new TypeReference<>() {};

    private ViolationChunk() {}

    /** Seals violations of one upload, in their order. */
    public static Sealed seal(RowCodec codec, String tenant, UUID uploadId, List<Violation> violations) {
        try {
            return codec.seal(tenant, uploadId, JSON.writeValueAsBytes(violations));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws UncheckedIOException when the content is damaged
     */
    public static List<Violation> open(RowCodec codec, String tenant, UUID uploadId, Sealed sealed) {
        try {
            return JSON.readValue(codec.open(tenant, uploadId, sealed), LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

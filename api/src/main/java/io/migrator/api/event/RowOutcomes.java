package io.migrator.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.Sealed;
import io.migrator.api.filetypes.RowCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** The stored form of a batch of {@link RowOutcome}s: a JSON array, sealed by the {@link RowCodec}. Stateless. */
public final class RowOutcomes {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static final TypeReference<List<RowOutcome>> LIST = new TypeReference<>() {};

    private RowOutcomes() {}

    /** Seals the outcomes of rows of one upload. */
    public static Sealed seal(RowCodec codec, String tenant, UUID uploadId, List<RowOutcome> outcomes) {
        try {
            return codec.seal(tenant, uploadId, JSON.writeValueAsBytes(outcomes));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws UncheckedIOException when the content is damaged
     */
    public static List<RowOutcome> open(RowCodec codec, String tenant, UUID uploadId, Sealed sealed) {
        try {
            return JSON.readValue(codec.open(tenant, uploadId, sealed), LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

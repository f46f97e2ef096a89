package io.migrator.query.history;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.migrator.api.Sealed;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What events say, in a form that can be shown: everything but sealed content, of which the size is told. */
@Component
class EventPayloads {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Sealed.class, ShownSealed.class);

    Map<String, Object> toJson(Object payload) {
        return json.convertValue(payload, OBJECT);
    }

    /** Takes the place of the annotations of {@link Sealed}. */
    private interface ShownSealed {

        @JsonValue(false)
        byte[] bytes();

        @JsonValue
        @Override
        String toString();
    }
}

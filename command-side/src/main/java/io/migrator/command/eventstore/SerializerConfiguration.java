package io.migrator.command.eventstore;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Two forms: events and snapshots in CBOR, because sealed row content is bytes and would grow by a third as text; tokens,
 * sagas and deadlines in JSON. Both with Jackson 2, the version whose module reads the Kafka extension's token back.
 */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

    @Bean
    RevisionResolver revisionResolver() {
        return new AnnotationRevisionResolver();
    }

    @Bean
    @Primary
    Serializer generalSerializer(RevisionResolver revisions) {
        return JacksonSerializer.builder()
                .objectMapper(configured(new ObjectMapper()))
                .revisionResolver(revisions)
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(RevisionResolver revisions) {
        return JacksonSerializer.builder()
                .objectMapper(configured(new ObjectMapper()))
                .revisionResolver(revisions)
                .build();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(RevisionResolver revisions) {
        return JacksonSerializer.builder()
                .objectMapper(configured(new CBORMapper()))
                .revisionResolver(revisions)
                .build();
    }

    private static ObjectMapper configured(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}

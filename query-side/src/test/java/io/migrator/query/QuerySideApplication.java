package io.migrator.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The query side as a service of its own, with stand-ins for what the service adds: event store, callers, error answers. */
@SpringBootApplication(exclude = {JpaEventStoreAutoConfiguration.class, JpaAutoConfiguration.class})
public class QuerySideApplication implements WebMvcConfigurer {

    /** Names the caller's tenant. */
    public static final String TENANT_HEADER = "X-Test-Tenant";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FileTypes fileTypes() {
        return FileTypes.load();
    }

    @Bean
    RowCodec rowCodec() {
        return new RowCodec();
    }

    @Bean
    @Primary
    Serializer generalSerializer() {
        return JacksonSerializer.builder()
                .objectMapper(configured(new ObjectMapper()))
                .build();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return JacksonSerializer.builder()
                .objectMapper(configured(new CBORMapper()))
                .build();
    }

    private static ObjectMapper configured(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    @Bean
    InitializingBean axonTables(EventStorageEngine events, TokenStore tokens, TransactionTemplate transactions) {
        return () -> transactions.executeWithoutResult(transaction -> {
            ((JdbcEventStorageEngine) events).createSchema(PostgresEventTableFactory.INSTANCE);
            ((JdbcTokenStore) tokens).createSchema(PostgresTokenTableFactory.INSTANCE);
        });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Caller.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                return new Caller("olivia", request.getHeader(TENANT_HEADER));
            }
        });
    }

    /** Renders rejections as the service does, as far as tests look. */
    @RestControllerAdvice
    static class Rejections {

        @ExceptionHandler
        ResponseEntity<Map<String, String>> on(Rejection rejection) {
            int status =
                    switch (rejection.kind()) {
                        case NOT_FOUND -> 404;
                        case CONFLICT -> 409;
                        case MALFORMED -> 400;
                        case TOO_LARGE -> 413;
                        case UNPROCESSABLE -> 422;
                        case UNAVAILABLE -> 503;
                    };
            return ResponseEntity.status(status).body(Map.of("code", rejection.code()));
        }

        @ExceptionHandler
        ResponseEntity<Void> on(ErrorResponseException refused) {
            return ResponseEntity.status(refused.getStatusCode())
                    .headers(refused.getHeaders())
                    .build();
        }

        @ExceptionHandler
        ResponseEntity<Void> on(MethodArgumentTypeMismatchException malformed) {
            return ResponseEntity.badRequest().build();
        }

        /** A catch-all as the service has one: what it writes must never end up in a download. */
        @ExceptionHandler
        ResponseEntity<Map<String, String>> on(Exception fault) {
            org.slf4j.LoggerFactory.getLogger(Rejections.class).error("unexpected", fault);
            return ResponseEntity.status(500).body(Map.of("code", "INTERNAL"));
        }
    }
}

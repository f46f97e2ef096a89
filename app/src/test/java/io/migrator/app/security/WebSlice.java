package io.migrator.app.security;

import io.migrator.api.Caller;
import io.migrator.api.FileStatus;
import io.migrator.api.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.common.jdbc.JdbcException;
import org.hibernate.TransactionException;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Security and problem answers on a real server, with controllers that only say who called or fail in a known way. Under a
 * profile of its own, so that a scan of the whole service never finds it.
 */
@Configuration(proxyBeanMethods = false)
@Profile(WebSlice.PROFILE)
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    OAuth2ClientAutoConfiguration.class,
    OAuth2ResourceServerAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    TaskExecutionAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan(
        basePackages = {"io.migrator.app.web", "io.migrator.app.security"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|Slice).*"))
@Import({WebSlice.Echo.class, WebSlice.Failing.class})
class WebSlice {

    static final String PROFILE = "web-slice";

    /** Stands for row content: must not be seen in any answer or log line. */
    static final String SECRET = "Zoë-Secret-4711";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @RestController
    @Profile(PROFILE)
    @RequestMapping("/api/v1")
    static class Echo {

        @GetMapping("/uploads/{id}")
        Map<String, String> show(Caller caller, @PathVariable UUID id) {
            return Map.of("name", caller.name(), "tenant", caller.tenant(), "id", id.toString());
        }

        @GetMapping("/uploads")
        List<FileStatus> list(@RequestParam FileStatus status, @RequestParam(defaultValue = "1") int limit) {
            return List.of(status);
        }

        @PostMapping(path = "/uploads", consumes = "text/csv")
        ResponseEntity<String> upload(Caller caller, @RequestBody byte[] body) {
            return ResponseEntity.status(201).body(caller.name() + " " + body.length);
        }

        @PostMapping("/projections/{name}/reset")
        Map<String, Object> reset(@RequestBody Map<String, Object> body) {
            return body;
        }

        @GetMapping("/uploads/{id}/rows")
        StreamingResponseBody logContext() {
            return out -> out.write((MDC.get("tenant") + " " + MDC.get("uploadId") + " " + MDC.get("correlationId"))
                    .getBytes(StandardCharsets.UTF_8));
        }

        @GetMapping(path = "/uploads/{id}/file", produces = "text/csv")
        StreamingResponseBody breaksOff() {
            return out -> {
                out.write("EXTERNAL_ID\r\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
                out.flush();
                throw new IllegalStateException("the rest is missing");
            };
        }

        @GetMapping(path = "/uploads/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        String progressOfNothing() {
            throw Rejection.uploadNotFound();
        }
    }

    @RestController
    @Profile(PROFILE)
    static class Failing {

        @GetMapping("/api/v1/file-types/{fault}")
        Object fail(@PathVariable String fault) {
            throw switch (fault) {
                case "conflict" -> Rejection.wrongState(FileStatus.MIGRATE_FILE_READY, "cancel");
                case "violations" -> new FileRejected();
                case "unavailable" -> new Rejection(Rejection.Kind.UNAVAILABLE, "REBUILDING", "Being rebuilt.");
                case "in-use" -> new KeyInUse();
                case "wrapped" -> new CompletionException(Rejection.uploadNotFound());
                case "database" ->
                    new CannotGetJdbcConnectionException("no", new SQLTransientConnectionException(SECRET));
                case "broken-connection" -> new JdbcException("no", brokenConnection());
                case "lost-rollback" ->
                    new JpaSystemException(new TransactionException("no rollback", new SQLException("it is closed")));
                case "number" -> new IllegalStateException("a row cannot be read", asNumber());
                default -> new IllegalArgumentException("there is no fault of this name");
            };
        }

        /** Looks like a client that has gone away. */
        private static SQLException brokenConnection() {
            return new SQLException("an I/O error", "08006", new IOException("Connection reset by peer"));
        }

        @GetMapping("/api/v1/statistics")
        CompletableFuture<String> failLater() {
            return CompletableFuture.failedFuture(Rejection.uploadNotFound());
        }

        private static RuntimeException asNumber() {
            try {
                return new IllegalStateException("parsed " + Integer.parseInt(SECRET));
            } catch (NumberFormatException e) {
                return e;
            }
        }
    }

    private static final class KeyInUse extends Rejection {

        private static final long serialVersionUID = 1L;

        KeyInUse() {
            super(Kind.CONFLICT, "KEY_IN_USE", "Being worked on.");
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofSeconds(3));
        }
    }

    private static final class FileRejected extends Rejection {

        private static final long serialVersionUID = 1L;

        FileRejected() {
            super(Kind.UNPROCESSABLE, "FILE_REJECTED", "The file breaks rules.");
        }

        @Override
        public Map<String, Object> properties() {
            return Map.of("violations", List.of(Map.of("row", 1, "code", "CELL_REQUIRED")));
        }
    }
}

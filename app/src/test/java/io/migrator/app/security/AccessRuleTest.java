package io.migrator.app.security;

import static io.migrator.app.security.ProblemAnswersTest.assertProblem;
import static io.migrator.app.security.RunningSlice.ADMIN;
import static io.migrator.app.security.RunningSlice.AUDITOR;
import static io.migrator.app.security.RunningSlice.NOBODY;
import static io.migrator.app.security.RunningSlice.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;

class AccessRuleTest {

    private static final Map<Authority, String> USERS =
            Map.of(Authority.MIGRATOR_ADMIN, ADMIN, Authority.MIGRATOR_AUDITOR, AUDITOR, Authority.MIGRATOR_OPS, OPS);

    private static RunningSlice slice;

    @BeforeAll
    static void start() {
        slice = new RunningSlice();
    }

    @AfterAll
    static void stop() {
        slice.close();
    }

    static Stream<AccessRule> rules() {
        return AccessRule.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nobodyGetsInWithoutCredentials(AccessRule rule) throws Exception {
        HttpResponse<String> response =
                slice.send(slice.request(path(rule)).method(rule.method().name(), BodyPublishers.noBody()));

        assertProblem(response, 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyAuthorityThatIsNotNamedIsRefused(AccessRule rule) throws Exception {
        for (Map.Entry<Authority, String> user : USERS.entrySet()) {
            boolean mayCall = rule.anyOf().isEmpty() || rule.anyOf().contains(user.getKey());
            assertThat(status(user.getValue(), rule.method(), path(rule)) != 403)
                    .as("%s may call", user.getKey())
                    .isEqualTo(mayCall);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aUserWithoutAuthoritiesMayCallOnlyWhatIsForEverybody(AccessRule rule) throws Exception {
        assertThat(status(NOBODY, rule.method(), path(rule)) != 403)
                .isEqualTo(rule.anyOf().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/uploads/7b1f6f3e-8f0a-4d0e-9d43-0f6f8f3d2a11",
        "PUT, /api/v1/uploads",
        "OPTIONS, /api/v1/uploads",
        "TRACE, /api/v1/me",
        "GET, /api/v1/uploads/7b1f6f3e-8f0a-4d0e-9d43-0f6f8f3d2a11/secrets",
        "GET, /api/v1/uploads/",
        "GET, /actuator",
        "GET, /actuator/env",
        "GET, /error",
    })
    void whatIsNotListedIsDenied(String method, String path) throws Exception {
        assertThat(status(ADMIN, HttpMethod.valueOf(method), path)).isIn(403, 405);
    }

    private static int status(String user, HttpMethod method, String path) throws Exception {
        return slice.status(slice.requestAs(user, path).method(method.name(), BodyPublishers.noBody()));
    }

    private static String path(AccessRule rule) {
        return rule.path().replace("{id}", UUID.randomUUID().toString()).replaceAll("\\{[a-z]+}", "1");
    }
}

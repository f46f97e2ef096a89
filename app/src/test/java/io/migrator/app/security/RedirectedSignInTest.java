package io.migrator.app.security;

import static io.migrator.app.security.RunningSlice.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by way of an identity provider. */
class RedirectedSignInTest {

    private static final String ISSUER = "staff";

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static RunningSlice slice;

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void start() {
        PROVIDER.start();
        String registration = "--spring.security.oauth2.client.registration.staff.";
        slice = new RunningSlice(
                registration + "client-id=migrator",
                registration + "client-secret=secret",
                registration + "client-name=Staff login",
                registration + "scope=openid",
                "--spring.security.oauth2.client.provider.staff.issuer-uri=" + PROVIDER.issuerUrl(ISSUER));
    }

    @AfterAll
    static void stop() {
        slice.close();
        PROVIDER.shutdown();
    }

    private static void provide(Map<String, Object> claims) {
        PROVIDER.enqueueCallback(
                new DefaultOAuth2TokenCallback(ISSUER, "grace", "JWT", List.of("migrator"), claims, 3600));
    }

    @Test
    void everybodyMayAskHowToSignIn() throws Exception {
        JsonNode ways = json(slice.send(slice.request("/api/v1/sign-in")));

        assertThat(ways.path("password").asBoolean()).isTrue();
        assertThat(ways.at("/providers/0/name").asText()).isEqualTo("Staff login");
        assertThat(ways.at("/providers/0/url").asText()).isEqualTo("/oauth2/authorization/staff");
    }

    @Test
    void whoComesBackFromTheProviderIsSignedIn() throws Exception {
        provide(Map.of("tenant", "acme", "authorities", List.of("MIGRATOR_ADMIN", "CLEANER")));
        browser.send(slice.request("/oauth2/authorization/staff").build(), BodyHandlers.ofString());

        HttpResponse<String> me = browser.send(slice.request("/api/v1/me").build(), BodyHandlers.ofString());
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).path("name").asText()).isEqualTo("grace");
        assertThat(json(me).path("tenant").asText()).isEqualTo("acme");
        assertThat(json(me).path("authorities")).extracting(JsonNode::asText).containsExactly("MIGRATOR_ADMIN");
    }

    @Test
    void whoHasNoTenantIsRefused() throws Exception {
        provide(Map.of("authorities", List.of("MIGRATOR_ADMIN")));
        HttpResponse<String> back =
                browser.send(slice.request("/oauth2/authorization/staff").build(), BodyHandlers.ofString());

        assertThat(back.uri().getQuery()).isEqualTo("refused");
        HttpResponse<String> me = browser.send(slice.request("/api/v1/me").build(), BodyHandlers.ofString());
        assertThat(me.statusCode()).isEqualTo(401);
    }
}

package io.migrator.app.security;

import static io.migrator.app.security.ProblemAnswersTest.assertProblem;
import static io.migrator.app.security.RunningSlice.ADMIN;
import static io.migrator.app.security.RunningSlice.PASSWORD;
import static io.migrator.app.security.RunningSlice.basic;
import static io.migrator.app.security.RunningSlice.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String ME = "/api/v1/me";
    private static final String UPLOADS = "/api/v1/uploads";

    private static RunningSlice slice;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = RunningSlice.browser(cookies);

    @BeforeAll
    static void start() {
        slice = new RunningSlice();
    }

    @AfterAll
    static void stop() {
        slice.close();
    }

    @Test
    void aBasicPasswordTellsWhoCallsAndForWhichTenant() throws Exception {
        HttpResponse<String> response = slice.get(ADMIN, ME);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode me = json(response);
        assertThat(me.get("name").asText()).isEqualTo(ADMIN);
        assertThat(me.get("tenant").asText()).isEqualTo("acme");
        assertThat(me.get("authorities")).extracting(JsonNode::asText).containsExactly("MIGRATOR_ADMIN");
    }

    @Test
    void aBasicRequestLeavesNoCookieBehind() throws Exception {
        assertThat(slice.get(ADMIN, ME).headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aBasicRequestNeedsNoTokenAgainstForgery() throws Exception {
        HttpResponse<String> response = slice.send(upload(slice.requestAs(ADMIN, UPLOADS)));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("ada 1");
    }

    @Test
    void aPasswordThatABrowserAddsToAnotherSitesRequestIsNotEnough() throws Exception {
        HttpResponse<String> response =
                slice.send(upload(slice.requestAs(ADMIN, UPLOADS)).header("Sec-Fetch-Site", "cross-site"));

        assertThat(response.statusCode()).isIn(401, 403);
    }

    @Test
    void aWrongPasswordIsRefusedWithTheBasicChallenge() throws Exception {
        HttpResponse<String> response = slice.send(slice.request(ME).header("Authorization", basic(ADMIN, "wrong")));

        assertProblem(response, 401, "UNAUTHENTICATED");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic ");
    }

    @Test
    void anUnknownUserIsRefusedLikeAWrongPassword() throws Exception {
        HttpResponse<String> response = slice.send(slice.request(ME).header("Authorization", basic("eve", PASSWORD)));

        assertProblem(response, 401, "UNAUTHENTICATED");
    }

    @Test
    void aWrongPasswordRightAfterTheRightOneIsRefused() throws Exception {
        assertThat(slice.get(ADMIN, ME).statusCode()).isEqualTo(200);
        assertThat(slice.send(slice.request(ME).header("Authorization", basic(ADMIN, "wrong")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(slice.get(ADMIN, ME).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeWithoutCredentialsIsUnauthenticatedNotForged() throws Exception {
        HttpResponse<String> response = slice.send(upload(slice.request(UPLOADS)));

        assertProblem(response, 401, "UNAUTHENTICATED");
    }

    @Test
    void aScriptInABrowserSeesNoBasicChallenge() throws Exception {
        HttpResponse<String> response = slice.send(slice.request(ME).header("Sec-Fetch-Mode", "cors"));

        assertProblem(response, 401, "UNAUTHENTICATED");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer ");
    }

    @Test
    void aBrowserThatAsksForAPageIsSentToTheOperatorsPage() throws Exception {
        HttpResponse<String> response = slice.send(slice.request("/login").header("Accept", "text/html,*/*"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/");
    }

    @Test
    void theLoginFormOpensASession() throws Exception {
        HttpResponse<String> afterLogin = login(PASSWORD);
        HttpResponse<String> me = browser.send(slice.request(ME).build(), BodyHandlers.ofString());

        assertThat(afterLogin.statusCode()).isEqualTo(204);
        assertThat(json(me).get("name").asText()).isEqualTo(ADMIN);
    }

    @Test
    void theLoginFormRefusesAWrongPassword() throws Exception {
        HttpResponse<String> afterLogin = login("wrong");
        HttpResponse<String> me = browser.send(slice.request(ME).build(), BodyHandlers.ofString());

        assertProblem(afterLogin, 401, "BAD_CREDENTIALS");
        assertThat(me.statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionChangesNothingWithoutTheTokenAgainstForgery() throws Exception {
        login(PASSWORD);

        HttpResponse<String> forged =
                browser.send(upload(slice.request(UPLOADS)).build(), BodyHandlers.ofString());

        assertProblem(forged, 403, "CSRF_TOKEN_MISSING");
    }

    @Test
    void aSessionWithTheCookiesTokenInTheHeaderMayChange() throws Exception {
        login(PASSWORD);
        browser.send(slice.request(ME).build(), BodyHandlers.ofString());

        HttpResponse<String> accepted = browser.send(
                upload(slice.request(UPLOADS))
                        .header("X-XSRF-TOKEN", csrfCookie())
                        .build(),
                BodyHandlers.ofString());

        assertThat(accepted.statusCode()).isEqualTo(201);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (HttpResponse<String> response : List.of(slice.get(ADMIN, ME), slice.send(slice.request(ME)))) {
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(response.headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'");
        }
    }

    private HttpResponse<String> login(String password) throws IOException, InterruptedException {
        browser.send(slice.request("/login").build(), BodyHandlers.ofString());
        HttpRequest.Builder form = slice.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", csrfCookie())
                .POST(BodyPublishers.ofString("username=" + ADMIN + "&password=" + password.replace(' ', '+')));
        return browser.send(form.build(), BodyHandlers.ofString());
    }

    private String csrfCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static HttpRequest.Builder upload(HttpRequest.Builder request) {
        return request.header("Content-Type", "text/csv").POST(BodyPublishers.ofString("x"));
    }
}

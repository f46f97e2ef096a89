package io.migrator.app.security;

import static io.migrator.app.security.ProblemAnswersTest.assertProblem;
import static io.migrator.app.security.RunningSlice.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static final String ME = "/api/v1/me";

    private static HttpServer identityProvider;
    private static RSAKey key;
    private static RunningSlice slice;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        identityProvider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        identityProvider.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        identityProvider.start();
        slice = new RunningSlice(
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:"
                        + identityProvider.getAddress().getPort() + "/keys",
                "--migrator.security.jwt.tenant-claim=org");
    }

    @AfterAll
    static void stop() {
        slice.close();
        identityProvider.stop(0);
    }

    @Test
    void aTokenTellsWhoCallsWithWhichAuthoritiesForWhichTenant() throws Exception {
        HttpResponse<String> response = get(token(
                claims().claim("org", "acme").claim("authorities", List.of("MIGRATOR_AUDITOR", "SOMETHING_ELSE"))));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode me = json(response);
        assertThat(me.get("name").asText()).isEqualTo("grace");
        assertThat(me.get("tenant").asText()).isEqualTo("acme");
        assertThat(me.get("authorities")).extracting(JsonNode::asText).containsExactly("MIGRATOR_AUDITOR");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void authoritiesMayBePartedByBlanks() throws Exception {
        HttpResponse<String> response =
                get(token(claims().claim("org", "acme").claim("authorities", "MIGRATOR_OPS MIGRATOR_ADMIN")));

        assertThat(json(response).get("authorities"))
                .extracting(JsonNode::asText)
                .containsExactly("MIGRATOR_ADMIN", "MIGRATOR_OPS");
    }

    @Test
    void aTokenWithoutATenantIsRefused() throws Exception {
        HttpResponse<String> response = get(token(claims().claim("tenant", "acme")));

        assertProblem(response, 401, "UNAUTHENTICATED");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    @Test
    void aTenantThatCouldBeTakenForAnotherIsRefused() throws Exception {
        assertProblem(get(token(claims().claim("org", "acme:1"))), 401, "UNAUTHENTICATED");
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        Date longAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));

        assertProblem(get(token(claims().claim("org", "acme").expirationTime(longAgo))), 401, "UNAUTHENTICATED");
    }

    @Test
    void aTokenSignedBySomebodyElseIsRefused() throws Exception {
        RSAKey theirs = new RSAKeyGenerator(2048).keyID("k1").generate();

        assertProblem(get(signed(claims().claim("org", "acme"), theirs)), 401, "UNAUTHENTICATED");
    }

    @Test
    void basicStillWorksBesideTokens() throws Exception {
        assertThat(slice.get(RunningSlice.ADMIN, ME).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> get(String token) throws Exception {
        return slice.send(slice.request(ME).header("Authorization", "Bearer " + token));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("grace")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    private static String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims, key);
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}

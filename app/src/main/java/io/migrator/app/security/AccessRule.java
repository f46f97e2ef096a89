package io.migrator.app.security;

import static io.migrator.app.security.Authority.MIGRATOR_ADMIN;
import static io.migrator.app.security.Authority.MIGRATOR_AUDITOR;
import static io.migrator.app.security.Authority.MIGRATOR_OPS;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may call one path with one method.
 *
 * @param anyOf one of these is enough; empty = everybody who is signed in
 */
record AccessRule(HttpMethod method, String path, Set<Authority> anyOf) {

    private static final String API = "/api/v1";

    /** The whole of what is allowed. A path that is not here answers nobody. */
    static final List<AccessRule> ALL = List.of(
            get("/me"),
            get("/broker", MIGRATOR_OPS),
            get("/migrations", MIGRATOR_OPS),
            get("/file-types"),
            get("/file-types/{type}"),
            get("/file-types/{type}/template.csv"),
            get("/file-types/{type}/schema.json"),
            get("/file-types/{type}/documentation"),
            get("/statistics", MIGRATOR_ADMIN, MIGRATOR_AUDITOR),
            post("/uploads", MIGRATOR_ADMIN),
            get("/uploads", MIGRATOR_ADMIN, MIGRATOR_AUDITOR),
            get("/uploads/{id}", MIGRATOR_ADMIN, MIGRATOR_AUDITOR),
            get("/uploads/{id}/events", MIGRATOR_AUDITOR),
            get("/uploads/{id}/rows", MIGRATOR_ADMIN),
            get("/uploads/{id}/rows/{row}", MIGRATOR_ADMIN),
            get("/uploads/{id}/violations", MIGRATOR_ADMIN),
            get("/uploads/{id}/progress", MIGRATOR_ADMIN),
            get("/uploads/{id}/file", MIGRATOR_ADMIN),
            post("/uploads/{id}/migration", MIGRATOR_ADMIN),
            post("/uploads/{id}/migration/resume", MIGRATOR_ADMIN),
            post("/uploads/{id}/migration/retry", MIGRATOR_ADMIN),
            post("/uploads/{id}/migration/cancel", MIGRATOR_ADMIN),
            get("/projections", MIGRATOR_OPS),
            post("/projections/{name}/reset", MIGRATOR_OPS),
            get("/dead-letters", MIGRATOR_OPS),
            post("/dead-letters/{id}/redelivery", MIGRATOR_OPS),
            new AccessRule(HttpMethod.GET, "/v3/api-docs", Set.of()),
            new AccessRule(HttpMethod.GET, "/v3/api-docs.yaml", Set.of()));

    /**
     * What everybody may read without signing in: the operator's page, which holds nothing of anybody, and how to sign in.
     */
    static final List<String> PUBLIC = List.of(
            "/",
            "/index.html",
            "/favicon.svg",
            "/page/**",
            "/webjars/lit-html/**",
            API + "/sign-in",
            "/actuator/health",
            "/actuator/health/*");

    private static AccessRule get(String path, Authority... anyOf) {
        return new AccessRule(HttpMethod.GET, API + path, Set.of(anyOf));
    }

    private static AccessRule post(String path, Authority... anyOf) {
        return new AccessRule(HttpMethod.POST, API + path, Set.of(anyOf));
    }

    String[] authorityNames() {
        return anyOf.stream().map(Authority::name).toArray(String[]::new);
    }
}

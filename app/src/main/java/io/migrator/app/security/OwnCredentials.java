package io.migrator.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches a request that proves by itself who sends it: HTTP Basic or a bearer token, set by the client on purpose. Such a
 * request cannot be forged by another site, unless a browser has remembered the password and adds it by itself: so what a
 * browser says to come from another site does not match.
 */
final class OwnCredentials implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return false;
        }
        String scheme = authorization.toLowerCase(Locale.ROOT);
        String site = request.getHeader("Sec-Fetch-Site");
        boolean fromElsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        return (scheme.startsWith("basic ") || scheme.startsWith("bearer ")) && !fromElsewhere;
    }
}

package io.migrator.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Gives the token against forged requests to browsers as a cookie, which a page of ours sends back as a header; a form carries
 * it masked. A request with {@link OwnCredentials} needs none and gets no cookie.
 */
final class BrowserCsrfTokens implements CsrfTokenRequestHandler {

    private final OwnCredentials ownCredentials;
    private final CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

    BrowserCsrfTokens(OwnCredentials ownCredentials) {
        this.ownCredentials = ownCredentials;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
        if (!ownCredentials.matches(request)) {
            // Asking for the token is what writes the cookie.
            CsrfToken unused = token.get();
        }
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean inHeader = request.getHeader(token.getHeaderName()) != null;
        return (inHeader ? plain : masked).resolveCsrfTokenValue(request, token);
    }
}

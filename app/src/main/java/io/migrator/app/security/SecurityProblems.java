package io.migrator.app.security;

import io.migrator.app.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers 401 and 403 as problem documents, sends a person whose browser asks for a page to the operator's page, and says when a password is wrong. */
@Component
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    /** Where name and password are sent to. */
    static final String LOGIN = "/login";

    private static final String PAGE = "/";

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (asksForPage(request)) {
            response.sendRedirect(request.getContextPath() + PAGE);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request, cause));
        String detail = "Name and password, or a token, are missing or wrong.";
        problems.write(response, problems.about(request, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", detail));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String detail = "Name or password is wrong.";
        problems.write(response, problems.about(request, HttpStatus.UNAUTHORIZED, "BAD_CREDENTIALS", detail));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (!(cause instanceof CsrfException)) {
            String detail = "Your authorities do not allow this request, or there is nothing at this path.";
            problems.write(response, problems.about(request, HttpStatus.FORBIDDEN, "FORBIDDEN", detail));
        } else if (isSignedIn() || request.getServletPath().equals(LOGIN)) {
            String detail = "The token against forged requests is missing: send the cookie XSRF-TOKEN's value in the"
                    + " header X-XSRF-TOKEN.";
            problems.write(response, problems.about(request, HttpStatus.FORBIDDEN, "CSRF_TOKEN_MISSING", detail));
        } else {
            commence(request, response, new NotSignedIn());
        }
    }

    private static boolean isSignedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.isAuthenticated();
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.getServletPath();
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith("/api/")
                && !path.startsWith("/v3/");
    }

    /**
     * A browser that sees Basic asks for the password in a window of its own and then adds it to every request, also to one
     * that another site has set off. So only other clients see it; browsers, which tell themselves apart by Sec-Fetch-Mode,
     * see a scheme that they leave alone.
     */
    private static String challenge(HttpServletRequest request, AuthenticationException cause) {
        if (cause instanceof OAuth2AuthenticationException) {
            return "Bearer realm=\"migrator\", error=\"invalid_token\"";
        }
        boolean isBrowser =
                request.getHeader("Sec-Fetch-Mode") != null || request.getHeader("X-Requested-With") != null;
        return isBrowser ? "Bearer realm=\"migrator\"" : "Basic realm=\"migrator\", charset=\"UTF-8\"";
    }

    /** The request has no credentials at all. */
    private static final class NotSignedIn extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        NotSignedIn() {
            super("not signed in");
        }
    }
}

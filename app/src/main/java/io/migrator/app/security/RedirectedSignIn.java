package io.migrator.app.security;

import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Signing in at an identity provider (OpenID Connect): the browser goes there and comes back to the operator's page with a session.
 * Name, tenant and authorities are read from the same claims as those of a bearer token.
 */
final class RedirectedSignIn {

    private static final String BEGIN = "/oauth2/authorization/";
    private static final String PAGE = "/";
    /** The page tells the person; the log has the reason. */
    private static final String REFUSED = "/?refused";

    private final ClientRegistrationRepository providers;
    private final TenantClaims claims;
    private final OidcUserService users = new OidcUserService();

    RedirectedSignIn(ClientRegistrationRepository providers, TenantClaims claims) {
        this.providers = providers;
        this.claims = claims;
    }

    void configure(OAuth2LoginConfigurer<?> login) {
        login.clientRegistrationRepository(providers)
                .loginPage(PAGE)
                .userInfoEndpoint(info -> info.oidcUserService(this::member))
                .defaultSuccessUrl(PAGE, true)
                .failureUrl(REFUSED);
    }

    private OidcUser member(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        String tenant = claims.tenant(user.getClaims())
                .orElseThrow(() ->
                        new OAuth2AuthenticationException(new OAuth2Error("no_tenant"), "The token names no tenant"));
        return new TenantUser(user, claims.authorities(user.getClaims()), tenant);
    }

    /** The configured ones, in the order of their names. */
    List<SignInController.Provider> providers() {
        return providers instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .filter(ClientRegistration.class::isInstance)
                        .map(ClientRegistration.class::cast)
                        .map(one -> new SignInController.Provider(one.getClientName(), BEGIN + one.getRegistrationId()))
                        .sorted(Comparator.comparing(SignInController.Provider::name))
                        .toList()
                : List.of();
    }
}

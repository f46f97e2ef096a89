package io.migrator.app.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads name, tenant and authorities from a token whose signature, issuer and times are verified already. */
final class TenantTokenReader implements Converter<Jwt, TenantToken> {

    private final SecuritySettings.Jwt settings;

    TenantTokenReader(SecuritySettings.Jwt settings) {
        this.settings = settings;
    }

    /**
     * @throws InvalidBearerTokenException when the token says no tenant or no name
     */
    @Override
    public TenantToken convert(Jwt jwt) {
        String name = jwt.getSubject();
        if (name == null || name.isBlank()) {
            throw new InvalidBearerTokenException("The token has no subject");
        }
        if (jwt.getClaims().get(settings.tenantClaim()) instanceof String tenant && TenantName.isWellFormed(tenant)) {
            return new TenantToken(jwt, authorities(jwt), name, tenant);
        }
        throw new InvalidBearerTokenException("The token names no tenant");
    }

    private List<GrantedAuthority> authorities(Jwt jwt) {
        return names(jwt.getClaims().get(settings.authoritiesClaim()))
                .flatMap(name -> Authority.named(name).stream())
                .distinct()
                .<GrantedAuthority>map(authority -> new SimpleGrantedAuthority(authority.name()))
                .toList();
    }

    private static Stream<String> names(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list.stream().map(String::valueOf);
        }
        return claim instanceof String text ? Arrays.stream(text.split(" ", -1)) : Stream.empty();
    }
}

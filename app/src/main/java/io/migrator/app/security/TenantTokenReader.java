package io.migrator.app.security;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads name, tenant and authorities from a token whose signature, issuer and times are verified already. */
final class TenantTokenReader implements Converter<Jwt, TenantToken> {

    private final TenantClaims claims;

    TenantTokenReader(TenantClaims claims) {
        this.claims = claims;
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
        String tenant = claims.tenant(jwt.getClaims())
                .orElseThrow(() -> new InvalidBearerTokenException("The token names no tenant"));
        return new TenantToken(jwt, claims.authorities(jwt.getClaims()), name, tenant);
    }
}

package io.migrator.app.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A verified token of the identity provider that names a tenant. */
final class TenantToken extends JwtAuthenticationToken implements TenantMember {

    private static final long serialVersionUID = 1L;

    private final String tenant;

    TenantToken(Jwt jwt, Collection<? extends GrantedAuthority> authorities, String name, String tenant) {
        super(jwt, authorities, name);
        this.tenant = tenant;
    }

    @Override
    public String tenant() {
        return tenant;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof TenantToken that && tenant.equals(that.tenant);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + tenant.hashCode();
    }
}

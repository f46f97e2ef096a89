package io.migrator.app.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody who has signed in at the identity provider. */
final class TenantUser extends DefaultOidcUser implements TenantMember {

    private static final long serialVersionUID = 1L;

    private final String tenant;

    TenantUser(OidcUser user, Collection<? extends GrantedAuthority> authorities, String tenant) {
        super(authorities, user.getIdToken(), user.getUserInfo());
        this.tenant = tenant;
    }

    @Override
    public String tenant() {
        return tenant;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof TenantUser that && tenant.equals(that.tenant);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + tenant.hashCode();
    }
}

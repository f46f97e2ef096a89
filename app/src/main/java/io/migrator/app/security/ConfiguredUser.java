package io.migrator.app.security;

import java.util.List;
import java.util.Objects;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A user of the configuration, as Spring Security knows it, with the tenant. */
final class ConfiguredUser extends User implements TenantMember {

    private static final long serialVersionUID = 1L;

    private final String tenant;

    private ConfiguredUser(String name, String password, String tenant, List<String> authorities) {
        super(name, password, AuthorityUtils.createAuthorityList(authorities));
        this.tenant = tenant;
    }

    /** A new object each time: Spring Security wipes the password of the one it has authenticated. */
    static ConfiguredUser of(SecuritySettings.User user) {
        return new ConfiguredUser(
                Objects.requireNonNull(user.name()),
                Objects.requireNonNull(user.password()),
                Objects.requireNonNull(user.tenant()),
                user.authorities());
    }

    @Override
    public String tenant() {
        return tenant;
    }
}

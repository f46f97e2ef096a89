package io.migrator.app.security;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Users and how they prove who they are. Checked at start: the service does not come up with a user it would have to guess about.
 *
 * @param users those who sign in with a password
 * @param rememberCredentialsFor how long a verified HTTP Basic password is remembered, as a keyed hash; zero = never
 * @param jwt how a token of the identity provider is read; without effect when none is configured
 */
@ConfigurationProperties("migrator.security")
record SecuritySettings(
        @DefaultValue List<User> users,
        @DefaultValue("60s") Duration rememberCredentialsFor,
        @DefaultValue Jwt jwt) {

    SecuritySettings {
        users = List.copyOf(users);
        Set<String> names = new HashSet<>();
        for (User user : users) {
            require(names.add(user.name()), "the name '" + user.name() + "' is given to two users");
        }
        require(
                !rememberCredentialsFor.isNegative(),
                "migrator.security.remember-credentials-for must not be negative");
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException("migrator.security: " + complaint);
        }
    }

    /**
     * One user of one tenant.
     *
     * @param password encoded, with its method in front: {@code {bcrypt}…}; {@code {noop}…} is for tests
     * @param authorities names of {@link Authority}
     */
    record User(
            @Nullable String name,
            @Nullable String password,
            @Nullable String tenant,
            @DefaultValue List<String> authorities) {

        User {
            require(name != null && !name.isBlank(), "a user has no name");
            require(tenant != null && TenantName.isWellFormed(tenant), of(name) + "a tenant is " + TenantName.RULE);
            require(
                    password != null && PasswordForms.isKnown(password),
                    of(name) + "the password must be encoded, as " + PasswordForms.KNOWN);
            for (String authority : authorities) {
                require(
                        Authority.named(authority).isPresent(),
                        of(name) + "there is no authority '" + authority + "'; there are "
                                + List.of(Authority.values()));
            }
            authorities = List.copyOf(authorities);
        }

        private static String of(@Nullable String name) {
            return "user '" + name + "': ";
        }

        /** Without the password, encoded as it is. */
        @Override
        public String toString() {
            return "User[name=" + name + ", tenant=" + tenant + ", authorities=" + authorities + "]";
        }
    }

    /**
     * Where a token says what.
     *
     * @param tenantClaim holds the tenant's name; a token without it is refused
     * @param authoritiesClaim holds names of {@link Authority}, as a list or parted by blanks; other names are passed over
     */
    record Jwt(
            @DefaultValue("tenant") String tenantClaim,
            @DefaultValue("authorities") String authoritiesClaim) {}
}

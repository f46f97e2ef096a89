package io.migrator.app.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What an identity provider says of somebody, of the claims of a token that has been verified. */
final class TenantClaims {

    private final SecuritySettings.Jwt settings;

    TenantClaims(SecuritySettings.Jwt settings) {
        this.settings = settings;
    }

    /** Empty when no tenant is named that could be one. */
    Optional<String> tenant(Map<String, Object> claims) {
        return Optional.ofNullable(claims.get(settings.tenantClaim()))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(TenantName::isWellFormed);
    }

    /** Those that are known here; others are passed over. */
    List<GrantedAuthority> authorities(Map<String, Object> claims) {
        return names(claims.get(settings.authoritiesClaim()))
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

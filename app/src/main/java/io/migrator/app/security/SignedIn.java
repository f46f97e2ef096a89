package io.migrator.app.security;

import io.migrator.api.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds out who the present request was authenticated as, whichever way it was. */
final class SignedIn {

    private SignedIn() {}

    /** The caller of the request that this thread works on. */
    static Optional<Caller> caller() {
        return caller(SecurityContextHolder.getContext().getAuthentication());
    }

    private static Optional<Caller> caller(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication instanceof TenantMember member) {
            return Optional.of(new Caller(authentication.getName(), member.tenant()));
        }
        return authentication.getPrincipal() instanceof TenantMember member
                ? Optional.of(new Caller(authentication.getName(), member.tenant()))
                : Optional.empty();
    }
}

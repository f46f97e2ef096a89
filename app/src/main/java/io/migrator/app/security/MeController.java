package io.migrator.app.security;

import io.migrator.api.Caller;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a client who it is, for which tenant, and what it may do. */
@RestController
class MeController {

    @GetMapping("/api/v1/me")
    Me me(Caller caller, Authentication authentication) {
        List<String> authorities = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .filter(name -> Authority.named(name).isPresent())
                .sorted()
                .toList();
        return new Me(caller.name(), caller.tenant(), authorities);
    }

    /**
     * The present caller.
     *
     * @param authorities names, in alphabetical order
     */
    record Me(String name, String tenant, List<String> authorities) {}
}

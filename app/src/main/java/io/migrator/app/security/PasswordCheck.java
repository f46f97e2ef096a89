package io.migrator.app.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Verifies name and password of a configured user; a password verified a short time ago is not hashed again. */
final class PasswordCheck implements AuthenticationProvider {

    private final ConfiguredUsers users;
    private final RememberedPasswords remembered;
    private final DaoAuthenticationProvider hashing;

    PasswordCheck(ConfiguredUsers users, RememberedPasswords remembered) {
        this.users = users;
        this.remembered = remembered;
        this.hashing = new DaoAuthenticationProvider(users);
        this.hashing.setPasswordEncoder(PasswordForms.encoder());
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) throws AuthenticationException {
        String name = authentication.getName();
        String password = String.valueOf(authentication.getCredentials());
        if (remembered.holds(name, password)) {
            ConfiguredUser user = users.loadUserByUsername(name);
            user.eraseCredentials();
            UsernamePasswordAuthenticationToken known =
                    UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
            known.setDetails(authentication.getDetails());
            return known;
        }
        try {
            Authentication verified = hashing.authenticate(authentication);
            remembered.remember(name, password);
            return verified;
        } catch (BadCredentialsException e) {
            remembered.forget(name);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return hashing.supports(authentication);
    }
}

package io.migrator.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class PasswordCheckTest {

    private final RememberedPasswords remembered = new RememberedPasswords(Duration.ofMinutes(1), Clock.systemUTC());
    private final PasswordCheck check = new PasswordCheck(
            new ConfiguredUsers(new SecuritySettings(
                    List.of(new SecuritySettings.User("ada", "{noop}secret", "acme", List.of("MIGRATOR_OPS"))),
                    Duration.ofMinutes(1),
                    new SecuritySettings.Jwt("tenant", "authorities"))),
            remembered);

    @Test
    void aVerifiedPasswordIsRememberedAndGivesTheSameUser() {
        Authentication first = check("secret");

        assertThat(remembered.holds("ada", "secret")).isTrue();
        Authentication second = check("secret");
        assertThat(second.getPrincipal()).isEqualTo(first.getPrincipal());
        assertThat(second.getAuthorities()).extracting(Object::toString).containsExactly("MIGRATOR_OPS");
        assertThat(second.getCredentials()).isNull();
    }

    @Test
    void aWrongPasswordIsNeitherAcceptedNorRememberedAndForgetsTheRightOne() {
        check("secret");

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> check("wrong"));

        assertThat(remembered.holds("ada", "wrong")).isFalse();
        assertThat(remembered.holds("ada", "secret")).isFalse();
    }

    private Authentication check(String password) {
        return check.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("ada", password));
    }
}

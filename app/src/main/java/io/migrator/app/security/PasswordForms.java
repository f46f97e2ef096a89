package io.migrator.app.security;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** The forms in which a configured password may be encoded. */
final class PasswordForms {

    static final String KNOWN = "{bcrypt}…, {pbkdf2}… or, for tests, {noop}…";

    private static final Pattern FORM =
            Pattern.compile("\\{bcrypt}\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}|\\{pbkdf2}\\p{XDigit}+|\\{noop}.+");

    private PasswordForms() {}

    static boolean isKnown(String password) {
        return FORM.matcher(password).matches();
    }

    /** Verifies every known form; encodes as bcrypt. */
    @SuppressWarnings("deprecation") // {noop} is plain text on purpose: users of tests
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of(
                        "bcrypt", new BCryptPasswordEncoder(),
                        "pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "noop", NoOpPasswordEncoder.getInstance()));
    }
}

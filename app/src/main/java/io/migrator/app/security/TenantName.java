package io.migrator.app.security;

import java.util.regex.Pattern;

/**
 * What a tenant may be called. The name is part of the key of every Kafka record, in front of a colon, so it has none itself.
 */
final class TenantName {

    static final String RULE =
            "1 to 64 letters, digits, dots, dashes or underscores, beginning with a letter or a digit";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private TenantName() {}

    static boolean isWellFormed(String name) {
        return FORM.matcher(name).matches();
    }
}

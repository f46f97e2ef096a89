package io.migrator.crm.record;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PBJ customer id that belongs to a tenant.
 *
 * @param id as the target assigns them, from 100001
 */
public record CustomerId(String tenant, long id) {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,17}");

    /** Reads what a file names; a text that cannot be an id is one that nobody has. */
    public static Optional<CustomerId> parse(String tenant, String text) {
        String digits = text.strip();
        return DIGITS.matcher(digits).matches()
                ? Optional.of(new CustomerId(tenant, Long.parseLong(digits)))
                : Optional.empty();
    }
}

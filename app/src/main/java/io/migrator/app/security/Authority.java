package io.migrator.app.security;

import java.util.Arrays;
import java.util.Optional;

/** What a user may be allowed to do. The names are part of the REST contract. */
enum Authority {
    /** Uploads, migrates, downloads. */
    MIGRATOR_ADMIN,
    /** Reads the history of uploads. */
    MIGRATOR_AUDITOR,
    /** Resets projections and handles dead letters, of the whole installation. */
    MIGRATOR_OPS;

    static Optional<Authority> named(String name) {
        return Arrays.stream(values())
                .filter(authority -> authority.name().equals(name))
                .findFirst();
    }
}

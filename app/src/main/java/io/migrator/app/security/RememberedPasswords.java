package io.migrator.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers, for a short time, that a user's password was verified, so that not every HTTP Basic request pays the 50 to 100 ms
 * which a password hash costs on purpose.
 *
 * <p>What is kept is an HMAC under a random key of this process: no password, and nothing that outlives the process or could be
 * tried against a dictionary without the key. One entry per user at most. Safe to use from any thread.
 */
final class RememberedPasswords {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration timeToLive;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    RememberedPasswords(Duration timeToLive, Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /** Whether exactly this password of this user was verified a short time ago. */
    boolean holds(String name, String password) {
        Entry entry = entries.get(name);
        return entry != null
                && clock.instant().isBefore(entry.until())
                && MessageDigest.isEqual(entry.hash(), hash(name, password));
    }

    /** To be called with a verified password only. */
    void remember(String name, String password) {
        if (!timeToLive.isZero()) {
            entries.put(name, new Entry(hash(name, password), clock.instant().plus(timeToLive)));
        }
    }

    void forget(String name) {
        entries.remove(name);
    }

    private byte[] hash(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Not a record: arrays break equality, and nothing compares entries. */
    private static final class Entry {

        private final byte[] hash;
        private final Instant until;

        Entry(byte[] hash, Instant until) {
            this.hash = hash;
            this.until = until;
        }

        byte[] hash() {
            return hash;
        }

        Instant until() {
            return until;
        }
    }
}

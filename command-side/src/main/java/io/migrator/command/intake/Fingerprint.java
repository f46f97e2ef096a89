package io.migrator.command.intake;

import java.util.concurrent.ThreadLocalRandom;

/** A short number for a long value: alike for equal values, almost always different for others. */
@FunctionalInterface
interface Fingerprint {

    /** The fingerprint of the values, one after the other. */
    long of(String[] values);

    /** One that differs from run to run, so that nobody can prepare values that fall together. */
    static Fingerprint seeded() {
        long seed = ThreadLocalRandom.current().nextLong();
        return values -> of(values, seed);
    }

    private static long of(String[] values, long seed) {
        long hash = seed;
        for (String value : values) {
            int length = value.length();
            for (int i = 0; i < length; i++) {
                hash = (hash ^ value.charAt(i)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            // Keeps "ab","c" from "a","bc".
            hash = (hash ^ (length + 0x10000L)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}

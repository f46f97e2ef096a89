package io.migrator.exporter.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * External ids that were seen, by 128 bits of their digests: some 30 bytes of memory each, whatever their length. Safe to use from
 * several threads.
 */
final class ExternalIds {

    private static final int SHARDS = 64;

    private final Shard[] shards = new Shard[SHARDS];

    ExternalIds() {
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new Shard();
        }
    }

    /**
     * Notes an external id.
     *
     * @param digest of the calling thread alone, for SHA-256
     * @return whether it is new
     */
    boolean add(String externalId, MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(externalId.getBytes(StandardCharsets.UTF_8)));
        long high = bytes.getLong();
        long low = bytes.getLong() | 1; // never 0, which stands for nothing
        return shards[(int) (high >>> 58)].add(high, low);
    }

    /** A table of pairs with open addresses, at most three quarters full. */
    private static final class Shard {

        private long[] pairs = new long[2 * 64];
        private int size;

        synchronized boolean add(long high, long low) {
            if (size * 8 >= pairs.length * 3) {
                grow();
            }
            boolean isNew = put(pairs, high, low);
            if (isNew) {
                size++;
            }
            return isNew;
        }

        private void grow() {
            long[] larger = new long[pairs.length * 2];
            for (int i = 0; i < pairs.length; i += 2) {
                if (pairs[i + 1] != 0) {
                    put(larger, pairs[i], pairs[i + 1]);
                }
            }
            pairs = larger;
        }

        private static boolean put(long[] pairs, long high, long low) {
            int mask = pairs.length - 1;
            for (int i = (int) (low & mask) & ~1; ; i = (i + 2) & mask) {
                if (pairs[i + 1] == 0) {
                    pairs[i] = high;
                    pairs[i + 1] = low;
                    return true;
                } else if (pairs[i] == high && pairs[i + 1] == low) {
                    return false;
                }
            }
        }
    }
}

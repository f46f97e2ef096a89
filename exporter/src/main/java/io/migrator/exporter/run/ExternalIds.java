package io.migrator.exporter.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * External ids that were seen: plain numbers, which most keys are, as they are, and others by 128 bits of their digests. Some 20 and 40
 * bytes of memory each, whatever their length. Safe to use from several threads.
 */
final class ExternalIds {

    /** Of a number that surely fits. */
    private static final int MOST_DIGITS = 18;

    /** Spreads what follows one another over a table: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

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
        long number = number(externalId);
        if (number >= 0) {
            long place = number * SPREAD;
            return shards[(int) (place >>> 58)].add(number, place);
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(externalId.getBytes(StandardCharsets.UTF_8)));
        long high = bytes.getLong();
        long low = bytes.getLong() | 1; // never 0, which stands for nothing
        return shards[(int) (high >>> 58)].addDigest(high, low);
    }

    /** The number that is written like this and in no other way; -1 when there is none. */
    private static long number(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_DIGITS || text.charAt(0) == '0' && length > 1) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Tables with open addresses, of numbers at most half full, of pairs at most three quarters. */
    private static final class Shard {

        private long[] numbers = new long[64];
        private int numbersKept;
        private long[] pairs = new long[2 * 64];
        private int pairsKept;

        /** @param place a spread of the number, whose middle bits say where it is looked for first */
        synchronized boolean add(long number, long place) {
            if (numbersKept * 2 >= numbers.length) {
                long[] larger = new long[numbers.length * 2];
                for (long kept : numbers) {
                    if (kept != 0) {
                        put(larger, kept, (kept - 1) * SPREAD);
                    }
                }
                numbers = larger;
            }
            boolean isNew = put(numbers, number + 1, place); // 0 stands for nothing
            numbersKept += isNew ? 1 : 0;
            return isNew;
        }

        private static boolean put(long[] numbers, long kept, long place) {
            int mask = numbers.length - 1;
            for (int i = (int) (place >>> 26) & mask; ; i = (i + 1) & mask) {
                if (numbers[i] == 0) {
                    numbers[i] = kept;
                    return true;
                } else if (numbers[i] == kept) {
                    return false;
                }
            }
        }

        synchronized boolean addDigest(long high, long low) {
            if (pairsKept * 8 >= pairs.length * 3) {
                grow();
            }
            boolean isNew = putPair(pairs, high, low);
            pairsKept += isNew ? 1 : 0;
            return isNew;
        }

        private void grow() {
            long[] larger = new long[pairs.length * 2];
            for (int i = 0; i < pairs.length; i += 2) {
                if (pairs[i + 1] != 0) {
                    putPair(larger, pairs[i], pairs[i + 1]);
                }
            }
            pairs = larger;
        }

        private static boolean putPair(long[] pairs, long high, long low) {
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

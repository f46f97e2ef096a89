package io.migrator.crm.record;

import java.util.Comparator;

/**
 * Which of two statements about one column counts: the higher one, or the one that comes last when they are equal.
 *
 * @param rank goes before the sequence; 0 for the types in which the sequence alone decides
 * @param sequence of the migration that made the statement
 */
public record Fence(long rank, long sequence) implements Comparable<Fence> {

    private static final Comparator<Fence> ORDER =
            Comparator.comparingLong(Fence::rank).thenComparingLong(Fence::sequence);

    @Override
    public int compareTo(Fence other) {
        return ORDER.compare(this, other);
    }
}

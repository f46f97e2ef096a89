package io.migrator.crm.record;

/**
 * Which of two statements about one column counts: the higher one, or the one that comes last when they are equal.
 *
 * @param rank goes before the sequence; 0 for the types in which the sequence alone decides
 * @param sequence of the migration that made the statement
 */
public record Fence(long rank, long sequence) implements Comparable<Fence> {

    @Override
    public int compareTo(Fence other) {
        int byRank = Long.compare(rank, other.rank);
        return byRank != 0 ? byRank : Long.compare(sequence, other.sequence);
    }
}

package io.migrator.bench.measure;

/** One of those who do the same job in turns. */
public interface Side {

    /**
     * Does the job once.
     *
     * @param round 0 for the one that only warms up
     */
    Measured round(int round) throws Exception;
}

package io.migrator.bench.measure;

/** One of those who do the same job in turns. */
public interface Side {

    /**
     * Does the job once.
     *
     * @param round 1 for the first that is measured, 0 or less for those that only warm up
     */
    Measured round(int round) throws Exception;
}

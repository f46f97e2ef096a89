package io.migrator.command.intake.idempotency;

import java.util.function.Supplier;

/**
 * The right to work on one request. What changes the upload goes through it, so that a request that somebody else has taken over
 * meanwhile changes nothing any more.
 */
public interface Claim {

    /** Runs the first command, from which on there is an upload. */
    void begin(Runnable command);

    /** Runs a command between the first and the last. */
    void proceed(Runnable command);

    /**
     * Runs the last command, or all of them, in one transaction; what comes of it is the outcome from then on, for every repeat.
     */
    Outcome end(Supplier<Outcome> commands);

    /** Keeps the answer that was given to an accepted file, for repeats. */
    void answered(String answer);
}

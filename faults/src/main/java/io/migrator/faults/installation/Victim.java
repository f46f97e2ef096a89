package io.migrator.faults.installation;

/** A process that can be killed and held. Safe to use from any thread. */
public interface Victim {

    /** What it is called in the report. */
    String name();

    /** What {@code kill -9} does; comes back when it is dead. */
    void kill();

    /** Starts it after it was killed. It need not serve yet when this comes back. */
    void restart();

    /** Stops it where it stands (SIGSTOP): its connections stay open, and nobody answers. */
    void hold();

    /** Lets it go on (SIGCONT). */
    void release();
}

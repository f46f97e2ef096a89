package io.migrator.faults.scenario;

/**
 * Something that goes wrong.
 *
 * @param afterMillis after the fault before it
 * @param part which of the things that it can happen to; counted round when there are fewer
 * @param millis how long it lasts
 */
record Fault(Kind kind, int afterMillis, int part, int millis) {

    /** The kinds. */
    enum Kind {
        /** {@code kill -9} of a process, which is started again some time after. */
        KILL,
        /** Two processes are killed at the same moment. */
        KILL_TWO,
        /** The broker is killed, and then the service with whatever it has for it. */
        KILL_WITHOUT_BROKER,
        /** The service is killed as soon as a file is half stored, which is never sent again. */
        KILL_WHILE_STORING,
        /** A process is held, for long enough to lose what it has claimed, and goes on as if nothing had been. */
        HOLD,
        /** The connections of a line are cut. */
        CUT,
        /** No file can be written by the service. */
        FULL_DISK,
        /** Messages that nobody can read, on both topics. */
        POISON,
        /** Answers for uploads, rows and tenants that do not exist. */
        STRANGE_ANSWERS
    }

    int kills() {
        return switch (kind) {
            case KILL, KILL_WHILE_STORING -> 1;
            case KILL_TWO, KILL_WITHOUT_BROKER -> 2;
            default -> 0;
        };
    }
}

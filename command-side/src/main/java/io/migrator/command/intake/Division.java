package io.migrator.command.intake;

/**
 * How the reading of a file is divided among threads.
 *
 * @param threads that read
 * @param bytes least bytes of a stretch; a file that is no longer is read by the thread that has received it
 */
record Division(WorkAhead threads, int bytes) {

    /** Some thousand rows: long enough to be worth handing over, and short beside the memory that a file's tables take. */
    static final int USUAL = 256 * 1024;

    /** Rows that are judged and not put together yet take several times their text. */
    private static final int MEMORY_FACTOR = 4;

    /** The memory that judging stretches of a file of this size takes, beside the tables over its rows. */
    long memory(long fileSize) {
        return fileSize <= bytes ? 0 : (long) MEMORY_FACTOR * threads.enough() * bytes;
    }
}

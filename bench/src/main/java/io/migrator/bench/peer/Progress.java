package io.migrator.bench.peer;

import org.jspecify.annotations.Nullable;

/** How far one migration is: keeps the rows in flight within a window, and tells when all are settled. Safe for two threads. */
final class Progress {

    private final int rowCount;
    private final int window;
    private int settled;
    private int claimed;
    private @Nullable Throwable fault;

    Progress(Upload upload, int window) {
        this.rowCount = upload.rowCount();
        this.settled = upload.settled();
        this.claimed = upload.settled();
        this.window = window;
    }

    /** Waits until this many more rows may be sent. */
    synchronized void claim(int rows) throws InterruptedException {
        while (fault == null && claimed - settled > 0 && claimed - settled + rows > window) {
            wait();
        }
        throwFault();
        claimed += rows;
    }

    /** Rows that were claimed had their answer already. */
    synchronized void unclaim(int rows) {
        claimed -= rows;
    }

    synchronized void settle(int rows) {
        settled += rows;
        notifyAll();
    }

    synchronized void fail(Throwable cause) {
        fault = fault == null ? cause : fault;
        notifyAll();
    }

    synchronized void awaitEnd() throws InterruptedException {
        while (fault == null && settled < rowCount) {
            wait();
        }
        throwFault();
    }

    private void throwFault() {
        if (fault != null) {
            throw new IllegalStateException("the migration has failed", fault);
        }
    }
}

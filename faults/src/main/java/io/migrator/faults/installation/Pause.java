package io.migrator.faults.installation;

/** Waiting, where nothing tells when to go on. */
public final class Pause {

    private Pause() {}

    /** @throws IllegalStateException when the thread is interrupted */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

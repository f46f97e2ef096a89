package io.migrator.faults.installation;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Limits of a process that runs, by the command {@code prlimit} of Linux. */
final class Limits {

    private static final long LIMIT_SECONDS = 10;

    private Limits() {}

    /**
     * How far it may write a file. The JVM takes no notice of the signal, so that a write beyond it fails.
     *
     * @param bytes a number, or {@code unlimited}
     */
    static void fileSize(long pid, String bytes) {
        try {
            Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!prlimit.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                prlimit.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("no command prlimit on this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

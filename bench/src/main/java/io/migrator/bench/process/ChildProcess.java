package io.migrator.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that ends when it is closed, or with the bench. */
public final class ChildProcess implements AutoCloseable {

    private static final long END_SECONDS = 90;
    private static final int SHOWN_LINES = 5;

    private final Process process;
    private final Path log;
    private final Thread ending;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.ending = new Thread(process::destroy, "end-" + process.pid());
        Runtime.getRuntime().addShutdownHook(ending);
    }

    /** Starts a process that says everything to its log. */
    public static ChildProcess start(JavaCommand command, Path log) {
        return start(builder(command, log).redirectErrorStream(true), log);
    }

    /** Starts a process that is talked to; only its errors go to the log. */
    public static ChildProcess startTalking(JavaCommand command, Path log) {
        return start(
                builder(command, log)
                        .redirectOutput(ProcessBuilder.Redirect.PIPE)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())),
                log);
    }

    private static ProcessBuilder builder(JavaCommand command, Path log) {
        return new ProcessBuilder(command.words()).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static ChildProcess start(ProcessBuilder builder, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says. */
    public BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** What it listens to. */
    public BufferedWriter input() {
        return process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Its id. */
    public long pid() {
        return process.pid();
    }

    /** @throws IllegalStateException when it has ended; the message ends with the last lines of its log */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw ended();
        }
    }

    /** That it has ended, with the last lines of its log. */
    public IllegalStateException ended() {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
            return new IllegalStateException("a process ended, see " + log + ": " + String.join(" / ", last));
        } catch (IOException e) {
            return new IllegalStateException("a process ended, and its log " + log + " cannot be read", e);
        }
    }

    /** Waits until it has ended by itself, for as long as an orderly end may take. */
    public void awaitEnd() {
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until it has ended by itself, and answers its exit code.
     *
     * @throws IllegalStateException when it takes longer
     */
    public int exitCode(Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("a process has not ended by itself, see " + log);
    }

    /** Ends it in order, or by force when that takes too long. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // the bench itself is ending, and the process with it
        }
    }
}

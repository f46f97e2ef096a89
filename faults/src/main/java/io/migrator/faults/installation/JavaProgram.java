package io.migrator.faults.installation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Java program of the installation. One that ends by itself is started again, as
 * whatever watches over it in production would do, and that is counted.
 */
public final class JavaProgram implements Victim, AutoCloseable {

    private static final long ORDERLY_END_SECONDS = 60;

    private final String name;
    private final ClassPath classPath;
    private final List<String> options;
    private final List<String> arguments;
    private final File log;
    private @Nullable Process process;
    private int ended;
    private boolean isClosed;

    JavaProgram(
            String name, ClassPath classPath, Class<?> main, List<String> options, List<String> arguments, Path log) {
        this.name = name;
        this.classPath = classPath;
        this.options = List.copyOf(options);
        this.arguments = new ArrayList<>(arguments);
        this.arguments.add(0, main.getName());
        this.log = log.toFile();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void restart() {
        if (isClosed) {
            return;
        }
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(ClassPath.java(), "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(options);
        command.addAll(classPath.options(name));
        command.addAll(arguments);
        return command;
    }

    @Override
    public synchronized void kill() {
        Process killed = process;
        if (killed != null) {
            process = null; // nobody is to start it again but who killed it
            end(killed.destroyForcibly());
        }
    }

    @Override
    public synchronized void hold() {
        Signals.send("STOP", pids());
    }

    @Override
    public synchronized void release() {
        Signals.send("CONT", pids());
    }

    /** Ends it in order (SIGTERM) and comes back when it has ended. */
    public synchronized void stop() {
        Process stopped = process;
        if (stopped != null) {
            process = null;
            stopped.destroy();
            end(stopped);
        }
    }

    /** From its next start on. */
    synchronized void changeArgument(String key, String value) {
        arguments.replaceAll(word -> word.startsWith(key) ? key + value : word);
    }

    /** What it has said so far. */
    public List<String> log() {
        try {
            return Files.readAllLines(log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process id; empty while it is dead. */
    public synchronized List<Long> pids() {
        return process == null ? List.of() : List.of(process.pid());
    }

    /** Starts it again when it has ended by itself. */
    synchronized void revive() {
        if (process != null && !process.isAlive()) {
            ended++;
            restart();
        }
    }

    /** How often it has ended by itself. */
    public synchronized int endedByItself() {
        return ended;
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(ORDERLY_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        release();
        kill();
    }
}

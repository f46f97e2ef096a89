package io.migrator.faults.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** What happened when, line by line, for whoever wants to know why a scenario ended as it did. Safe to use from any thread. */
public final class Journal implements AutoCloseable {

    private final PrintWriter lines;
    private final Clock clock;

    /** @param file is written anew */
    public Journal(Path file, Clock clock) {
        this.clock = clock;
        try {
            this.lines = new PrintWriter(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line, with the time before it. */
    public synchronized void add(String line) {
        lines.println(clock.instant() + " " + line);
        lines.flush();
    }

    @Override
    public synchronized void close() {
        lines.close();
    }
}

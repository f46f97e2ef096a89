package io.migrator.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server's process: it is nobody's child, but leaves its id in its data directory. */
public final class ServerPid {

    private ServerPid() {}

    /** The id, from {@code postmaster.pid}; -1 when the server does not run. */
    public static long read(Path file) {
        try {
            return Long.parseLong(Files.readAllLines(file).get(0).strip());
        } catch (IOException e) {
            return -1;
        }
    }
}

package io.migrator.bench;

import java.util.List;

/** {@code ./migrator bench}: runs the works that are asked for and prints what came out. */
public final class Bench {

    private static final String USAGE = "usage: bench [--rows N] [--only WORK,...] [--rounds N] [--out DIR]";

    private Bench() {}

    /** Ends the process with 0, with 1 when a work could not be run, with 2 when the command line makes no sense. */
    public static void main(String[] arguments) {
        if (!List.of(arguments).isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }
}

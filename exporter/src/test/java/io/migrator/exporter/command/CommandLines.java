package io.migrator.exporter.command;

import picocli.CommandLine;

/** The command line for tests of other packages. */
public final class CommandLines {

    private CommandLines() {}

    public static CommandLine main() {
        return Main.commandLine();
    }
}

package io.migrator.exporter.command;

import io.migrator.exporter.run.RunListener;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;

/** Chooses how a run is told: bars that move for people at a terminal, JSON lines for everybody else. */
final class Progress {

    private Progress() {}

    static RunListener to(PrintWriter out) {
        return isTerminal() ? new ProgressBars(out, System::nanoTime) : new ProgressLines(out, System::nanoTime);
    }

    /** From Java 22 on there is a console where there is no terminal, and it can be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(isTerminal.invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}

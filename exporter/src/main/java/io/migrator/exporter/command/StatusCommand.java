package io.migrator.exporter.command;

import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunStore;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how far the newest run is. */
@Command(name = "status", description = "Says how far the newest run is.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (RunStore store = options.store(options.source())) {
            Optional<Run> newest = store.newest();
            if (newest.isEmpty()) {
                out.println("there was no run yet");
                return ExitCode.CLEAN;
            }
            Run run = newest.get();
            out.println("run " + run.number() + (run.endedAt().isPresent() ? " has ended" : " is not finished"));
            store.account()
                    .figures(run.number())
                    .forEach(type -> out.println(type.fileType() + ": " + type.finishedBlocks() + " of " + type.blocks()
                            + " blocks, " + type.read() + " rows read, " + type.accepted() + " accepted"));
            out.flush();
            return run.endedAt().isPresent() ? ExitCode.CLEAN : ExitCode.UNFINISHED;
        }
    }
}

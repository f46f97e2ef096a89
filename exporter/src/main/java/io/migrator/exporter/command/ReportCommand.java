package io.migrator.exporter.command;

import io.migrator.exporter.report.ReportJson;
import io.migrator.exporter.report.ReportText;
import io.migrator.exporter.report.RunReport;
import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunStore;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the account of the newest run. */
@Command(name = "report", description = "Gives the account of the newest run.", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (RunStore store = options.store(options.source())) {
            Optional<Run> newest = store.newest();
            if (newest.isEmpty()) {
                out.println(json ? "{}" : "there was no run yet");
                out.flush();
                return ExitCode.CLEAN;
            }
            RunReport report = RunReport.of(store, newest.get());
            if (json) {
                out.println(ReportJson.of(report));
            } else {
                out.print(ReportText.complete(report));
            }
            out.flush();
            if (report.run().endedAt().isEmpty()) {
                return ExitCode.UNFINISHED;
            }
            return report.isClean() ? ExitCode.CLEAN : ExitCode.REFUSALS;
        }
    }
}

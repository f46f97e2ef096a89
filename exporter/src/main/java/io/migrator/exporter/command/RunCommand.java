package io.migrator.exporter.command;

import io.migrator.exporter.report.ReportText;
import io.migrator.exporter.report.RunReport;
import io.migrator.exporter.run.Exporter;
import io.migrator.exporter.source.SourceFile;
import io.migrator.exporter.store.RunOptions;
import io.migrator.exporter.store.RunStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings over what is new or changed, or goes on with a run that was broken off. */
@Command(
        name = "run",
        description = "Brings over what is new or changed; goes on with a run that was broken off.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final int MOST_WORKERS = 32;

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Option(names = "--workers", defaultValue = "2", description = "blocks that are read at a time (${DEFAULT-VALUE})")
    private int workers = 2;

    @Option(names = "--rows-per-block", defaultValue = "50000", description = "(${DEFAULT-VALUE})")
    private int rowsPerBlock = 50_000;

    @Option(names = "--rows-per-part", defaultValue = "50000", description = "of an upload, at most (${DEFAULT-VALUE})")
    private int rowsPerPart = 50_000;

    @Option(names = "--all", description = "sends rows again that are there as they are")
    private boolean all;

    @Option(names = "--migrate", description = "starts the migrations as well and waits for them")
    private boolean migrate;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (workers < 1 || workers > MOST_WORKERS || rowsPerBlock < 1 || rowsPerPart < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--workers takes 1 to " + MOST_WORKERS + ", numbers of rows are 1 or more");
        }
        SourceFile source = options.source();
        try (RunStore store = options.store(source);
                Exporter exporter = options.exporter(source)) {
            List<String> left = exporter.run(
                    store,
                    new RunOptions(all, migrate, rowsPerBlock, rowsPerPart),
                    workers,
                    Progress.to(spec.commandLine().getErr()));
            RunReport report = RunReport.of(store, store.newest().orElseThrow());
            spec.commandLine().getOut().print(ReportText.of(report));
            spec.commandLine().getOut().flush();
            left.forEach(reason -> spec.commandLine().getErr().println(reason));
            spec.commandLine().getErr().flush();
            if (!left.isEmpty()) {
                return ExitCode.UNFINISHED;
            }
            return report.isClean() ? ExitCode.CLEAN : ExitCode.REFUSALS;
        }
    }
}

package io.migrator.exporter.command;

import io.migrator.exporter.report.FilesText;
import io.migrator.exporter.report.ReportText;
import io.migrator.exporter.report.RunReport;
import io.migrator.exporter.run.Exporter;
import io.migrator.exporter.run.FileRun;
import io.migrator.exporter.run.WrittenFiles;
import io.migrator.exporter.source.SourceFile;
import io.migrator.exporter.store.RunOptions;
import io.migrator.exporter.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description =
                    "writes everything into this empty directory, part by part as a first run would send it, and sends"
                            + " nothing; other runs know nothing of it")
    private @Nullable Path files;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (workers < 1 || workers > MOST_WORKERS || rowsPerBlock < 1 || rowsPerPart < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--workers takes 1 to " + MOST_WORKERS + ", numbers of rows are 1 or more");
        }
        if (files != null && migrate) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--files sends nothing that could be migrated");
        }
        SourceFile source = options.source();
        return files == null ? send(source) : write(source, files);
    }

    private int write(SourceFile source, Path directory) throws IOException {
        try (Exporter exporter = options.exporter(source)) {
            FileRun run = new FileRun(
                    source,
                    exporter,
                    directory,
                    rowsPerBlock,
                    rowsPerPart,
                    Progress.to(spec.commandLine().getErr()));
            WrittenFiles written = run.write(workers);
            spec.commandLine().getOut().print(FilesText.of(directory, written));
            spec.commandLine().getOut().flush();
            return written.isClean() ? ExitCode.CLEAN : ExitCode.REFUSALS;
        }
    }

    private int send(SourceFile source) throws Exception {
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

package io.migrator.exporter.command;

import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.run.Exporter;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries source, service and mapping; reads no row. */
@Command(
        name = "check",
        description = "Tries source, service and mapping, and reads no row.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Exporter exporter = options.exporter(options.source())) {
            out.println("source: " + exporter.connector().check());
            out.println("service: tenant " + exporter.service().tenant());
            List<FileType> types = exporter.check();
            out.println("mapping fits: " + types.stream().map(FileType::name).collect(Collectors.joining(", ")));
        }
        return ExitCode.CLEAN;
    }
}
